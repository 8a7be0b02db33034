import { Text } from '@tarojs/components'
import type { BoardDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { useQuery } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { formatLocalDate } from '../../../../ui/when'
import { boardText } from '../../board-text'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { RangeFields } from '../../components/range-fields'
import { ReasonField } from '../../components/reason-field'
import { BackToBoard } from '../../components/with-visit'
import { refreshBoard, useBoard } from '../../hooks/use-live'
import { rangeInput, useRange } from '../../hooks/use-range'
import type { Place } from '../../place'
import { checkReason } from '../../visit-words'

const text = boardText.pause

type What = 'pause' | 'resume'
interface Done {
  what: What
  slots: number
}

const WHAT = [
  { value: 'pause', title: text.pause },
  { value: 'resume', title: text.resume },
] as const

function Form({ place, board, onDone }: { place: Place; board: BoardDto; onDone: (done: Done) => void }) {
  const query = useQuery()
  const range = useRange(board)
  const [what, setWhat] = useState<What>(query['what'] === 'resume' ? 'resume' : 'pause')
  const [reason, setReason] = useState('')
  const submit = useSubmit('POST /v1/staff/slot-pauses', ({ slots }) => {
    onDone({ what, slots: slots.length })
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const input = rangeInput(place, range, reason)
    if (passes([...range.check(), ...checkReason(reason)]) && input !== null)
      submit.send({ body: { ...input, paused: what === 'pause' } })
  }
  return (
    <>
      <Text>{boardText.of(board.office.name, formatLocalDate(board.date))}</Text>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <RadioGroup<What> name="what" label={text.what} hint={text.hint} choices={WHAT} value={what} onChange={setWhat} inline />
      <RangeFields board={board} range={range} errors={errors} />
      <ReasonField errors={errors} value={reason} onChange={setReason} />
      <Button onPress={handleSubmit} busy={submit.busy}>
        {text.submit[what]}
      </Button>
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [done, setDone] = useState<Done | null>(null)
  const look = useBoard(place)
  if (done !== null)
    return (
      <>
        <Notice kind="success" title={text.done[done.what]} announce>
          {text.doneNext(done.slots)}
        </Notice>
        <BackToBoard place={place} />
      </>
    )
  return <Live look={look}>{(board) => <Form place={place} board={board} onDone={setDone} />}</Live>
}

export default function PausePage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
