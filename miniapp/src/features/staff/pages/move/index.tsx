import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import type { NearestSlotsDto } from '@one-visit/shared/appointments/contract'
import { useState } from 'react'
import { back } from '../../../../platform/navigation'
import { useLookUp } from '../../../../platform/use-look-up'
import { useSubmit } from '../../../../platform/use-submit'
import { Button } from '../../../../ui/button'
import { RadioGroup } from '../../../../ui/choices'
import { errorFor, ErrorSummary } from '../../../../ui/error-summary'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { useErrors } from '../../../../ui/use-errors'
import { Live } from '../../components/live'
import { PlaceScreen } from '../../components/place-screen'
import { ReasonField } from '../../components/reason-field'
import { VisitFacts } from '../../components/visit-facts'
import { WithVisit } from '../../components/with-visit'
import { refreshBoard } from '../../hooks/use-live'
import type { Place } from '../../place'
import { visitText } from '../../visit-text'
import { checkReason, whenOf } from '../../visit-words'

const text = visitText.move

interface MoveProps {
  visit: BoardVisitDto
  nearest: NearestSlotsDto['items']
  onMoved: (visit: BoardVisitDto) => void
}

function MoveForm({ visit, nearest, onMoved }: MoveProps) {
  const [slotId, setSlotId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const submit = useSubmit('POST /v1/staff/appointments/:id/move', (moved) => {
    onMoved(moved)
    void refreshBoard()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const missing = slotId === null ? [{ name: 'slotId', message: text.wrong }] : []
    if (!passes([...missing, ...checkReason(reason)]) || slotId === null) return
    submit.send({ params: { id: visit.id }, body: { slotId, reason: reason.trim() } })
  }
  if (nearest.length === 0) return <Notice title={text.none}>{text.noneNext}</Notice>
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <RadioGroup
        name="slotId"
        label={text.where}
        error={errorFor(errors, 'slotId')}
        choices={nearest.map((slot) => ({
          value: slot.slotId,
          title: whenOf(slot),
          hint: text.free(slot.office.name, slot.free),
        }))}
        value={slotId}
        onChange={setSlotId}
      />
      <ReasonField isTold errors={errors} value={reason} onChange={setReason} />
      <Button onPress={handleSubmit} busy={submit.busy}>
        {text.submit}
      </Button>
    </>
  )
}

function Move({ place, visit, onMoved }: { place: Place } & Pick<MoveProps, 'visit' | 'onMoved'>) {
  const nearest = useLookUp('GET /v1/nearest-slots', {
    query: { office: place.office, itemGroup: visit.itemGroup.id, date: place.date },
  })
  return (
    <>
      <VisitFacts label={text.who} visit={visit} />
      <Live look={nearest}>
        {({ items }) => (
          <MoveForm visit={visit} nearest={items.filter(({ slotId }) => slotId !== visit.slotId)} onMoved={onMoved} />
        )}
      </Live>
    </>
  )
}

function Moved({ visit }: { visit: BoardVisitDto }) {
  return (
    <>
      <Notice
        kind={visit.reachable ? 'success' : 'warning'}
        title={visit.reachable ? text.done.told : text.done.untold}
        announce
      />
      <VisitFacts label={text.doneWhen} visit={visit} />
      <Button onPress={() => void back()}>{text.back}</Button>
    </>
  )
}

function Content({ place }: { place: Place }) {
  const [moved, setMoved] = useState<BoardVisitDto | null>(null)
  if (moved !== null) return <Moved visit={moved} />
  return <WithVisit place={place}>{(visit) => <Move place={place} visit={visit} onMoved={setMoved} />}</WithVisit>
}

export default function MoveVisitPage() {
  return <PlaceScreen title={text.title}>{(place) => <Content place={place} />}</PlaceScreen>
}
