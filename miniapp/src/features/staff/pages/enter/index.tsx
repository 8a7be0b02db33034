import { Text, View } from '@tarojs/components'
import type { BoardDto, BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SlowNotice } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { formatLocalDate } from '../../../../ui/when'
import { boardText } from '../../board-text'
import { ForWhomFields, TimeFields } from '../../components/enter-fields'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { Ticket } from '../../components/ticket'
import { VisitFacts } from '../../components/visit-facts'
import { BackToBoard } from '../../components/with-visit'
import { useEnterVisit } from '../../hooks/use-enter-visit'
import { useBoard } from '../../hooks/use-live'
import type { Place } from '../../place'
import { visitText } from '../../visit-text'

const text = visitText.enter

function Form({ place, board, onDone }: { place: Place; board: BoardDto; onDone: (visit: BoardVisitDto) => void }) {
  const form = useEnterVisit(board, onDone)
  const intro = <Text>{boardText.of(board.office.name, formatLocalDate(board.date))}</Text>
  if (board.slots.length === 0)
    return (
      <>
        {intro}
        <Notice title={boardText.noSlots}>{board.opening.reason}</Notice>
        <BackToBoard place={place} />
      </>
    )
  return (
    <>
      {intro}
      <ErrorSummary errors={form.errors} />
      {form.refused && <ProblemNotice problem={form.refused} />}
      <TimeFields board={board} form={form} />
      <ForWhomFields form={form} />
      {form.busy && <SlowNotice what={text.slow} />}
      <Button onPress={form.handleSubmit} busy={form.busy}>
        {text.submit}
      </Button>
    </>
  )
}

function Entered({ place, visit, onAnother }: { place: Place; visit: BoardVisitDto; onAnother: () => void }) {
  const by = visit.channel === 'walk_in' ? 'walk_in' : 'phone'
  return (
    <>
      <Ticket title={text.done[by]} visit={visit} />
      <View>
        {text.next[by].map((step) => (
          <View key={step}>{step}</View>
        ))}
      </View>
      <VisitFacts visit={visit} />
      <Button onPress={onAnother}>{text.another}</Button>
      <BackToBoard place={place} />
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [entered, setEntered] = useState<BoardVisitDto | null>(null)
  const look = useBoard(place)
  if (entered !== null) return <Entered place={place} visit={entered} onAnother={() => setEntered(null)} />
  return <Live look={look}>{(board) => <Form place={place} board={board} onDone={setEntered} />}</Live>
}

export default function EnterVisitPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
