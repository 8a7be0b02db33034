import type { RegionDto } from '@one-visit/shared/cross-province/contract'
import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import { CROSS_PROVINCE_WAYS, type CrossProvinceWay } from '@one-visit/shared/catalogue/rules'
import { Text, View } from '@tarojs/components'
import { go, replace } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { Settled } from '../../../../ui/settled'
import { NoSuchRegion } from '../../components/gone'
import { PartnerOffice } from '../../components/partner-office'
import { ACROSS_PAGES } from '../../cross-province-pages'
import { useRegion } from '../../hooks/use-regions'
import { useAsked, useCountyName } from '../../subject'
import { acrossText } from '../../text'

const text = acrossText.items

type Items = RegionDto['items']

/** What is done in one way, and what that means. */
function Way({ way, items, onPick }: { way: CrossProvinceWay; items: Items; onPick: (item: string) => void }) {
  const { title, why } = acrossText.ways[way]
  if (items.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <Text>{why}</Text>
      <List label={title}>
        {items.map(({ id, name, summary }) => (
          <ListLink
            key={id}
            title={name}
            hint={summary}
            onPress={() => {
              onPick(id)
            }}
          />
        ))}
      </List>
    </View>
  )
}

function Content({ side, region }: { side: DecidingSide; region: RegionDto }) {
  const items = region.items.filter(({ sides }) => sides.includes(side))
  const handlePick = (item: string) => void go(ACROSS_PAGES.item, { side, region: region.id, item })
  if (items.length === 0) {
    return (
      <RefusalContent refusal={{ ...text.none, detail: text.none.title, requestId: null }}>
        <Button onPress={() => void replace(ACROSS_PAGES.region, { side })}>{text.other}</Button>
      </RefusalContent>
    )
  }
  return (
    <>
      {CROSS_PROVINCE_WAYS.map((way) => (
        <Way key={way} way={way} items={items.filter((item) => item.way === way)} onPick={handlePick} />
      ))}
      <PartnerOffice title={text.office(region.name)} office={region.office} />
    </>
  )
}

/** What is done across the two, by how it is done, and where the region receives people. */
export default function ItemsPage() {
  const { side, region } = useAsked()
  const found = useRegion(region)
  const county = useCountyName()
  const name = found.data?.name
  return (
    <Screen title={side === null || name === undefined ? acrossText.title : text.title[side](county, name)}>
      {side === null || region === '' ? (
        <NoSuchRegion />
      ) : (
        <Settled lookUp={found} what={acrossText.asked} gone={<NoSuchRegion />}>
          {(data) => <Content side={side} region={data} />}
        </Settled>
      )}
    </Screen>
  )
}
