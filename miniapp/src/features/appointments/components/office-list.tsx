import { Text } from '@tarojs/components'
import type { OfficeDto } from '@one-visit/shared/county/contract'
import { useNearness, type RankedOffice } from '../../../platform/use-nearness'
import { List, ListLink } from '../../../ui/lists'
import { NearFirst } from '../../../ui/near-first'
import { nearText } from '../../../ui/near-text'
import { bookingText } from '../text'

const text = bookingText.office

function hintOf({ office, away }: RankedOffice): string {
  const marked = (what: string) => (office.sample.includes(what) ? text.sampleMark : '')
  const accessible = office.accessibility.length > 0 ? text.accessibility(office.accessibility) + marked('accessibility') : ''
  const address = office.address.includes('示例') ? office.address : office.address + marked('address')
  return [away === null ? '' : nearText.away(away), address, office.opensOnExtraDays ? text.extraDays : '', accessible]
    .filter(Boolean)
    .join('。')
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
      <NearFirst nearness={nearness} places={offices} />
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
