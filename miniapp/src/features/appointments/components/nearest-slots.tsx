import { Text, View } from '@tarojs/components'
import type { NearestSlotsDto } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { useLookUp } from '../../../platform/use-look-up'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import type { PickedSlot } from '../hooks/use-pick-slot'
import { bookingText } from '../text'
import { formatSpan } from '../when'

const text = bookingText.refused

interface NearestSlotsProps {
  wanted: Pick<PickedSlot, 'office' | 'itemGroup'> & { date: LocalDate }
  onPick: (slot: PickedSlot) => void
}

function Slots({ items, wanted, onPick }: NearestSlotsProps & Pick<NearestSlotsDto, 'items'>) {
  if (items.length === 0) return <Text>{text.noNearest}</Text>
  return (
    <List label={text.nearest}>
      {items.map(({ slotId, office, date, startsAt, endsAt, free }) => (
        <ListLink
          key={slotId}
          title={formatSpan({ date, startsAt, endsAt })}
          hint={text.nearestHere(office.name, free)}
          onPress={() => {
            onPick({ slotId, office: office.id, itemGroup: wanted.itemGroup, date, startsAt, endsAt })
          }}
        />
      ))}
    </List>
  )
}

/** The next best thing beside a time that is taken. When it cannot be asked, the other ways on are still there. */
export function NearestSlots({ wanted, onPick }: NearestSlotsProps) {
  const { office, itemGroup, date } = wanted
  const nearest = useLookUp('GET /v1/nearest-slots', { query: { office, itemGroup, date } })
  return (
    <View className="ov-stack">
      <Heading>{text.nearest}</Heading>
      {nearest.problem && !nearest.data && <Text>{text.nearestAway}</Text>}
      {nearest.data && <Slots items={nearest.data.items} wanted={wanted} onPick={onPick} />}
    </View>
  )
}
