import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { PlaceScreen } from '../../components/place-screen'
import { ScanOrType } from '../../components/scan-or-type'
import { Ticket } from '../../components/ticket'
import { VisitFacts } from '../../components/visit-facts'
import { refreshBoard } from '../../hooks/use-live'
import type { Place } from '../../place'
import { STAFF_PAGES } from '../../staff-pages'
import { visitText } from '../../visit-text'
import { readCheckInKey } from '../../visit-words'

const text = visitText.checkIn

function useCheckIn(office: string, onDone: (visit: BoardVisitDto) => void) {
  // May be an ID number: it stays in memory.
  const [typed, setTyped] = useState('')
  const submit = useSubmit('POST /v1/staff/check-ins', (visit) => {
    onDone(visit)
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const send = (value: string) => {
    const key = readCheckInKey(value)
    if (passes(key === null ? [{ name: 'value', message: text.wrong }] : []) && key !== null)
      submit.send({ body: { office, ...key } })
  }
  return { typed, setTyped, errors, refused, busy: submit.busy, handleSeen: send, handleSubmit: () => send(typed) }
}

function Form({ place, onDone }: { place: Place; onDone: (visit: BoardVisitDto) => void }) {
  const checkIn = useCheckIn(place.office, onDone)
  const { errors, refused } = checkIn
  const handleWalkIn = () => void go(STAFF_PAGES.enter, { office: place.office, channel: 'walk_in' })
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      {refused && (
        <Button kind="secondary" onPress={handleWalkIn}>
          {text.walkIn}
        </Button>
      )}
      <ScanOrType name="value" text={text} kind="resident-id" maxLength={60} code={checkIn} />
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [visit, setVisit] = useState<BoardVisitDto | null>(null)
  if (visit === null) return <Form place={place} onDone={setVisit} />
  return (
    <>
      <Ticket title={text.done} visit={visit} />
      <VisitFacts visit={visit} />
      <Button onPress={() => setVisit(null)}>{text.another}</Button>
      <Button kind="secondary" onPress={() => void go(STAFF_PAGES.queue, { office: place.office })}>
        {text.queue}
      </Button>
    </>
  )
}

export default function CheckInPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
