import { Text } from '@tarojs/components'
import type { BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { go } from '../../../platform/navigation'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { Notice } from '../../../ui/notice'
import { boardText } from '../board-text'
import { useVisits } from '../hooks/use-live'
import type { Place } from '../place'
import { STAFF_PAGES } from '../staff-pages'
import { describeVisitStatus, hintOf, nameOf } from '../visit-words'
import { Live } from './live'

const text = boardText.windows

interface SlotProps {
  place: Place
  slot: BoardSlotDto
  /** People for whom the new number has no room. */
  more: number
}

function PeopleOfSlot({ place, slot, more }: SlotProps) {
  const look = useVisits(place, slot.id)
  const open = (visit: string) => () =>
    void go(STAFF_PAGES.move, { office: place.office, date: place.date, slot: slot.id, visit })
  return (
    <>
      <Heading>{text.tooMany(boardText.span(slot.startsAt, slot.endsAt), more)}</Heading>
      {slot.held > slot.cooling && <Text>{text.heldToo}</Text>}
      <Live look={look}>
        {({ items }) => {
          const movable = items.filter(({ status }) => status === 'booked')
          if (movable.length === 0) return <Text>{text.nobodyMovable}</Text>
          return (
            <List label={boardText.slot.visits}>
              {movable.map((visit) => (
                <ListLink
                  key={visit.id}
                  title={text.move(nameOf(visit))}
                  hint={hintOf(visit)}
                  tag={describeVisitStatus(visit.status)}
                  onPress={open(visit.id)}
                />
              ))}
            </List>
          )
        }}
      </Live>
    </>
  )
}

interface PeopleToMoveProps {
  place: Place
  slots: readonly BoardSlotDto[]
  /** People a slot is to take. */
  capacity: number
}

/** Whom to move before a slot can take fewer people; each opens the nearest free times. */
export function PeopleToMove({ place, slots, capacity }: PeopleToMoveProps) {
  // What was given up and has not reappeared makes way by itself.
  const moreOf = ({ booked, held, cooling }: BoardSlotDto) => booked + held - cooling - capacity
  const tooFull = slots.filter((slot) => moreOf(slot) > 0)
  if (tooFull.length === 0) return <Notice kind="success" title={text.nobodyLeft} announce />
  return (
    <>
      <Text>{text.refusedNext}</Text>
      {tooFull.map((slot) => (
        <PeopleOfSlot key={slot.id} place={place} slot={slot} more={moreOf(slot)} />
      ))}
    </>
  )
}
