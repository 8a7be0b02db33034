import { Text, View } from '@tarojs/components'
import type { BoardDto, BoardSlotDto } from '@one-visit/shared/appointments/board-contract'
import { go } from '../../../../platform/navigation'
import { useIsWide } from '../../../../platform/window-width'
import { TextButton } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { Heading } from '../../../../ui/heading'
import { List, ListLink } from '../../../../ui/lists'
import { Notice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import type { Grain } from '../../board-table'
import { boardText } from '../../board-text'
import { BoardGrid } from '../../components/board-grid'
import { BoardList } from '../../components/board-list'
import { Live } from '../../components/live'
import { PlaceChooser } from '../../components/place-chooser'
import { PlaceScreen } from '../../components/place-screen'
import { useGrain } from '../../hooks/use-grain'
import { useBoard } from '../../hooks/use-live'
import type { ChosenPlace, Place } from '../../place'
import { STAFF_PAGES } from '../../staff-pages'
import { staffText } from '../../text'

const { doors } = staffText

const ACTIONS = [
  { ...doors.enter, page: STAFF_PAGES.enter },
  { ...doors.checkIn, page: STAFF_PAGES.checkIn },
  { ...doors.queue, page: STAFF_PAGES.queue },
  { ...doors.day, page: STAFF_PAGES.day },
  { ...doors.windows, page: STAFF_PAGES.windows },
  { ...doors.pause, page: STAFF_PAGES.pause },
  { ...doors.dayList, page: STAFF_PAGES.dayList },
  { ...doors.closeDay, page: STAFF_PAGES.closeDay },
] as const

const openFor =
  ({ office, date }: Place, page: string) =>
  () =>
    void go(page, { office, date })

/** Beside each other above the table, or below the list on a phone. */
function Actions({ place, wide }: { place: Place; wide: boolean }) {
  if (wide)
    return (
      <View className="ov-actions">
        {ACTIONS.map(({ page, title }) => (
          <TextButton key={page} role="link" onPress={openFor(place, page)}>
            {title}
          </TextButton>
        ))}
      </View>
    )
  return (
    <>
      <Heading>{boardText.actions}</Heading>
      <List label={boardText.actions}>
        {ACTIONS.map(({ page, title, hint }) => (
          <ListLink key={page} title={title} hint={hint} onPress={openFor(place, page)} />
        ))}
      </List>
    </>
  )
}

const GRAINS = [
  { value: 'hour', title: boardText.grain.hour },
  { value: 'slot', title: boardText.grain.slot },
] as const

interface SlotsProps {
  place: Place
  board: BoardDto
  wide: boolean
}

function Slots({ place: { office, date }, board, wide }: SlotsProps) {
  const { grain, setGrain } = useGrain()
  const handleOpen = ({ id }: BoardSlotDto) => void go(STAFF_PAGES.slot, { office, date, slot: id })
  const handleOpenCell = ([first, ...others]: readonly BoardSlotDto[]) => {
    if (first === undefined) return
    if (others.length === 0) handleOpen(first)
    else void go(STAFF_PAGES.hour, { office, date, group: first.itemGroup, hour: first.startsAt.slice(0, 2) })
  }
  return (
    <>
      <Text className="ov-soft">{[boardText.legend, staffText.live.every, wide ? boardText.keys : ''].join(' ')}</Text>
      {wide ? (
        <>
          <RadioGroup<Grain>
            name="grain"
            label={boardText.grain.label}
            choices={GRAINS}
            value={grain}
            onChange={setGrain}
            inline
          />
          <BoardGrid board={board} grain={grain} onOpen={handleOpenCell} />
        </>
      ) : (
        <BoardList board={board} onOpen={handleOpen} />
      )}
    </>
  )
}

function Day({ place, board, wide }: SlotsProps) {
  return (
    <>
      <View>
        <Heading>{boardText.of(board.office.name, formatLocalDate(board.date))}</Heading>
        <Text>{board.opening.reason}</Text>
      </View>
      {wide && <Actions place={place} wide />}
      {board.slots.length === 0 ? (
        <Notice title={boardText.noSlots}>{board.opening.reason}</Notice>
      ) : (
        <Slots place={place} board={board} wide={wide} />
      )}
      {!wide && <Actions place={place} wide={false} />}
    </>
  )
}

function Board({ place, chosen }: { place: Place; chosen: ChosenPlace }) {
  const wide = useIsWide()
  return (
    <>
      <PlaceChooser place={place} chosen={chosen} />
      <Live look={useBoard(place)}>{(board) => <Day place={place} board={board} wide={wide} />}</Live>
    </>
  )
}

export default function BoardPage() {
  return (
    <PlaceScreen title={boardText.title} wide>
      {(place, chosen) => <Board place={place} chosen={chosen} />}
    </PlaceScreen>
  )
}
