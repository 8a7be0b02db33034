import type { ZoneDto } from '@one-visit/shared/catalogue/contract'
import { Text, View } from '@tarojs/components'
import { role } from '../../../../platform/accessibility'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { CATALOGUE_PAGES } from '../../catalogue-pages'
import { ItemRows } from '../../components/item-rows'
import { useZone } from '../../hooks/use-catalogue'
import { catalogueText } from '../../text'

const text = catalogueText.zone

/** What this app only points to, so that nobody looks for it here. */
function Elsewhere({ elsewhere }: Pick<ZoneDto, 'elsewhere'>) {
  if (elsewhere.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{text.elsewhere}</Heading>
      <View className="ov-list" {...role('list')} aria-label={text.elsewhere}>
        {elsewhere.map(({ name, says }) => (
          <View key={name} {...role('listitem')}>
            <View className="ov-label">{name}</View>
            <View>{says}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

function Content({ zone: { name, summary, items, elsewhere } }: { zone: ZoneDto }) {
  return (
    <>
      <Text>{summary}</Text>
      <View className="ov-stack">
        <Heading>{text.items}</Heading>
        {items.length === 0 ? <Text>{text.none}</Text> : <ItemRows label={text.list(name)} items={items} />}
      </View>
      <Elsewhere elsewhere={elsewhere} />
    </>
  )
}

/** What can be done in a zone, and what is done elsewhere. */
export default function ZonePage() {
  const id = useQuery()['id'] ?? ''
  const zone = useZone(id)
  const gone = (
    <RefusalContent refusal={{ ...text.gone, detail: text.gone.title, requestId: null }}>
      <Button onPress={() => void go(CATALOGUE_PAGES.zones)}>{text.all}</Button>
    </RefusalContent>
  )
  return (
    <Screen title={zone.data?.name ?? text.title} description={zone.data?.summary}>
      {id === '' ? (
        gone
      ) : (
        <Settled lookUp={zone} what={catalogueText.asked} gone={gone}>
          {(data) => <Content zone={data} />}
        </Settled>
      )}
    </Screen>
  )
}
