import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useState } from 'react'
import { go } from '../../../../platform/navigation'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { ProblemNotice } from '../../../../ui/notice'
import { canScan, ScanButton } from '../../../../ui/scan-button'
import { useErrors } from '../../../../ui/use-errors'
import { PlaceScreen } from '../../components/place-screen'
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
  const { typed, setTyped, errors, refused, busy, handleSeen, handleSubmit } = useCheckIn(place.office, onDone)
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
      <ScanButton onSeen={handleSeen} busy={busy}>
        {text.scan}
      </ScanButton>
      <Field
        name="value"
        label={text.label}
        hint={text.hint}
        kind="resident-id"
        maxLength={60}
        error={errorFor(errors, 'value')}
        value={typed}
        onChange={setTyped}
        onConfirm={handleSubmit}
      />
      <Button kind={canScan() ? 'secondary' : 'primary'} onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
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
