import { Text, View } from '@tarojs/components'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { Button } from '../../../ui/button'
import { List, ListLink } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { useNearness, type Nearness, type RankedOffice } from '../hooks/use-nearness'
import { bookingText } from '../text'

const text = bookingText.office

function hintOf({ office, away }: RankedOffice): string {
  const marked = (what: string) => (office.sample.includes(what) ? text.sampleMark : '')
  const accessible = office.accessibility.length > 0 ? text.accessibility(office.accessibility) + marked('accessibility') : ''
  const address = office.address.includes('示例') ? office.address : office.address + marked('address')
  return [away === null ? '' : text.away(away), address, office.opensOnExtraDays ? text.extraDays : '', accessible]
    .filter(Boolean)
    .join('。')
}

/** Offered only where offices have a place on the map. */
function NearFirst({ nearness }: { nearness: Nearness }) {
  if (nearness.state === 'known') return <Notice kind="success" title={text.nearDone} announce />
  return (
    <View className="ov-stack">
      {nearness.state === 'refused' && (
        <Notice title={text.nearRefused} announce>
          {text.nearRefusedNext}
        </Notice>
      )}
      <Text className="ov-soft">{text.nearWhy}</Text>
      <Button kind="secondary" onPress={() => void nearness.handleAsk()} busy={nearness.state === 'asking'}>
        {text.near}
      </Button>
    </View>
  )
}

interface OfficeListProps {
  label: string
  offices: readonly OfficeDto[]
  onPick: (office: OfficeDto) => void
}

/** Where it is done: the hall first, or the nearest when the person allows it. */
export function OfficeList({ label, offices, onPick }: OfficeListProps) {
  const nearness = useNearness()
  return (
    <>
      {offices.some(({ location }) => location !== null) && offices.length > 1 && <NearFirst nearness={nearness} />}
      <List label={label}>
        {nearness.rank(offices).map((ranked) => (
          <ListLink
            key={ranked.office.id}
            title={ranked.office.name}
            hint={hintOf(ranked)}
            {...(ranked.office.accessibility.includes('step_free_entrance')
              ? { tag: { kind: 'success' as const, text: text.accessible } }
              : {})}
            onPress={() => {
              onPick(ranked.office)
            }}
          />
        ))}
      </List>
      {offices.some(({ sample }) => sample.length > 0) && <Text className="ov-soft">{text.sample}</Text>}
    </>
  )
}
