import { View } from '@tarojs/components'
import type { BoardDto, DayClosedDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Heading } from '../../../../ui/heading'
import { SummaryList } from '../../../../ui/lists'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { formatLocalDate } from '../../../../ui/when'
import { stillToCome } from '../../board-table'
import { boardText } from '../../board-text'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { ReasonField } from '../../components/reason-field'
import { BackToBoard } from '../../components/with-visit'
import { refreshBoard, useBoard } from '../../hooks/use-live'
import type { Place } from '../../place'
import { checkReason } from '../../visit-words'

const text = boardText.closeDay

function WhatHappens({ visits }: { visits: number }) {
  const steps = visits === 0 ? [text.none] : text.steps(visits)
  return (
    <Notice kind="warning" title={text.what}>
      {steps.map((step) => (
        <View key={step}>{step}</View>
      ))}
    </Notice>
  )
}

function Form({ place, board, onDone }: { place: Place; board: BoardDto; onDone: (closed: DayClosedDto) => void }) {
  const [reason, setReason] = useState('')
  const submit = useSubmit('POST /v1/staff/day-closures', (closed) => {
    onDone(closed)
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(checkReason(reason))) submit.send({ body: { ...place, reason: reason.trim() } })
  }
  return (
    <>
      <Heading>{boardText.of(board.office.name, formatLocalDate(board.date))}</Heading>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <WhatHappens visits={stillToCome(board)} />
      <ReasonField isTold errors={errors} value={reason} onChange={setReason} />
      <Button kind="danger" onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

function Closed({ place, closed }: { place: Place; closed: DayClosedDto }) {
  return (
    <>
      <Notice kind="success" title={text.done} announce>
        {text.next}
      </Notice>
      <SummaryList
        label={text.result}
        rows={[
          { label: text.cancelled, value: boardText.people(closed.cancelled) },
          { label: text.offered, value: boardText.people(closed.offered) },
          { label: text.told, value: boardText.people(closed.told) },
        ]}
      />
      <BackToBoard place={place} />
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [closed, setClosed] = useState<DayClosedDto | null>(null)
  const look = useBoard(place)
  if (closed !== null) return <Closed place={place} closed={closed} />
  return <Live look={look}>{(board) => <Form place={place} board={board} onDone={setClosed} />}</Live>
}

export default function CloseDayPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
