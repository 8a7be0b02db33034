import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Heading } from '../../../../ui/heading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { AtMyWindow } from '../../components/at-my-window'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { GroupField } from '../../components/range-fields'
import { VisitList } from '../../components/visit-list'
import { WindowField } from '../../components/window-field'
import { useBoard, useVisits } from '../../hooks/use-live'
import { splitQueue, useCallNext } from '../../hooks/use-queue'
import { useQueueGroup, useWindow } from '../../hooks/use-window'
import type { Place } from '../../place'
import { visitText } from '../../visit-text'

const text = visitText.queue

function Line({ place, group }: { place: Place; group: string }) {
  const { window } = useWindow()
  const look = useVisits(place)
  return (
    <Live look={look}>
      {({ items }) => {
        const queue = splitQueue(
          items.filter(({ itemGroup }) => itemGroup.id === group),
          window.trim(),
        )
        return (
          <>
            <AtMyWindow visits={queue.mine} window={window.trim()} />
            <Heading>{`${text.waiting}（${text.waitingCount(queue.waiting.length)}）`}</Heading>
            {queue.waiting.length === 0 ? (
              <Notice title={text.empty}>{text.emptyNext}</Notice>
            ) : (
              <VisitList label={text.waiting} place={place} visits={queue.waiting} />
            )}
            {queue.elsewhere.length > 0 && (
              <>
                <Heading>{text.others}</Heading>
                <VisitList label={text.others} place={place} visits={queue.elsewhere} />
              </>
            )}
          </>
        )
      }}
    </Live>
  )
}

function Desk({ place, board }: { place: Place; board: BoardDto }) {
  const { group: kept, setGroup } = useQueueGroup()
  const group = board.groups.find(({ id }) => id === kept)?.id ?? board.groups[0]?.id ?? ''
  const { errors, refused, busy, handleCall } = useCallNext(place.office, group)
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <GroupField label={text.group} board={board} errors={errors} value={group} onChange={setGroup} />
      <WindowField errors={errors} />
      <Button onPress={handleCall} busy={busy}>
        {text.next}
      </Button>
      <Line place={place} group={group} />
    </>
  )
}

function Content({ place }: { place: Place }) {
  return <Live look={useBoard(place)}>{(board) => <Desk place={place} board={board} />}</Live>
}

export default function QueuePage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
