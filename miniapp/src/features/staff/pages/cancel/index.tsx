import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { back } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { PlaceScreen } from '../../components/place-screen'
import { ReasonField } from '../../components/reason-field'
import { VisitFacts } from '../../components/visit-facts'
import { WithVisit } from '../../components/with-visit'
import { refreshBoard } from '../../hooks/use-live'
import { visitText } from '../../visit-text'
import { checkReason } from '../../visit-words'

const text = visitText.cancel

function Cancel({ visit }: { visit: BoardVisitDto }) {
  const [reason, setReason] = useState('')
  const submit = useSubmit('POST /v1/staff/appointments/:id/cancellation', refreshBoard)
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(checkReason(reason))) submit.send({ params: { id: visit.id }, body: { reason: reason.trim() } })
  }
  if (visit.status === 'cancelled')
    return (
      <>
        <Notice
          kind={visit.reachable ? 'success' : 'warning'}
          title={visit.reachable ? text.done.told : text.done.untold}
          announce
        />
        <VisitFacts visit={visit} />
        <Button onPress={() => void back()}>{text.back}</Button>
      </>
    )
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <VisitFacts label={text.who} visit={visit} />
      <ReasonField isTold errors={errors} value={reason} onChange={setReason} />
      <Button kind="danger" onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

export default function CancelVisitPage() {
  return (
    <PlaceScreen title={text.title}>
      {(place) => <WithVisit place={place}>{(visit) => <Cancel visit={visit} />}</WithVisit>}
    </PlaceScreen>
  )
}
