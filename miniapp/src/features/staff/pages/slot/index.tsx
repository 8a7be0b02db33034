import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { Notice } from '../../../../ui/notice'
import { boardText } from '../../board-text'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { SlotFacts } from '../../components/slot-facts'
import { VisitList } from '../../components/visit-list'
import { BackToBoard } from '../../components/with-visit'
import { useBoard, useVisits } from '../../hooks/use-live'
import type { Place } from '../../place'
import { STAFF_PAGES } from '../../staff-pages'
import { visitText } from '../../visit-text'
import { whenOf } from '../../visit-words'

const text = boardText.slot

interface SlotProps {
  place: Place
  slot: BoardSlotDto
}

function Changes({ place: { office, date }, slot }: SlotProps) {
  const range = { office, date, group: slot.itemGroup, from: slot.startsAt, to: slot.endsAt }
  if (slot.state === 'closed') return null
  return (
    <>
      <Button onPress={() => void go(STAFF_PAGES.enter, { office, date, group: slot.itemGroup, slot: slot.id })}>
        {text.enter}
      </Button>
      <Button kind="secondary" onPress={() => void go(STAFF_PAGES.windows, range)}>
        {text.change}
      </Button>
      <Button
        kind="secondary"
        onPress={() => void go(STAFF_PAGES.pause, { ...range, what: slot.state === 'paused' ? 'resume' : 'pause' })}
      >
        {slot.state === 'paused' ? text.resume : text.pause}
      </Button>
    </>
  )
}

function Visits({ place, slot }: SlotProps) {
  const look = useVisits(place, slot.id)
  return (
    <>
      <Heading>{text.visits}</Heading>
      <Live look={look}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice title={text.noVisits} />
          ) : (
            <VisitList label={visitText.list} place={place} visits={items} />
          )
        }
      </Live>
    </>
  )
}

function Slot({ place, board }: { place: Place; board: BoardDto }) {
  const { slot: id } = useQuery()
  const slot = board.slots.find((item) => item.id === id)
  if (slot === undefined)
    return (
      <>
        <Notice kind="warning" title={text.gone}>
          {text.goneNext}
        </Notice>
        <BackToBoard place={place} />
      </>
    )
  const group = board.groups.find((item) => item.id === slot.itemGroup)
  return (
    <>
      <Heading>{boardText.of(group?.name ?? '', whenOf({ ...slot, date: board.date }))}</Heading>
      <SlotFacts slot={slot} />
      <Changes place={place} slot={slot} />
      <Visits place={place} slot={slot} />
    </>
  )
}

function Content({ place }: { place: Place }) {
  return <Live look={useBoard(place)}>{(board) => <Slot place={place} board={board} />}</Live>
}

export default function SlotPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
