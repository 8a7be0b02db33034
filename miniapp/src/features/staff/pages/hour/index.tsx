import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { go, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { Notice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import { slotsOf } from '../../board-table'
import { boardText } from '../../board-text'
import { SlotList } from '../../components/board-list'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { BackToBoard } from '../../components/with-visit'
import { useBoard } from '../../hooks/use-live'
import type { Place } from '../../place'
import { STAFF_PAGES } from '../../staff-pages'

const text = boardText.hour

function Hour({ place: { office, date }, board }: { place: Place; board: BoardDto }) {
  const { group = '', hour = '' } = useQuery()
  const slots = slotsOf(board, group).filter(({ startsAt }) => startsAt.startsWith(`${hour}:`))
  const [first] = slots
  const last = slots.at(-1)
  if (first === undefined || last === undefined)
    return (
      <>
        <Notice kind="warning" title={boardText.slot.gone}>
          {boardText.slot.goneNext}
        </Notice>
        <BackToBoard place={{ office, date }} />
      </>
    )
  const name = board.groups.find(({ id }) => id === group)?.name ?? ''
  const range = { office, date, group, from: first.startsAt, to: last.endsAt }
  return (
    <>
      <Heading>{boardText.of(name, `${formatLocalDate(date)} ${boardText.span(range.from, range.to)}`)}</Heading>
      <SlotList label={text.list} slots={slots} onOpen={({ id }) => void go(STAFF_PAGES.slot, { office, date, slot: id })} />
      <Button kind="secondary" onPress={() => void go(STAFF_PAGES.windows, range)}>
        {text.change}
      </Button>
      <Button kind="secondary" onPress={() => void go(STAFF_PAGES.pause, range)}>
        {text.pause}
      </Button>
    </>
  )
}

function Content({ place }: { place: Place }) {
  return <Live look={useBoard(place)}>{(board) => <Hour place={place} board={board} />}</Live>
}

export default function HourPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
