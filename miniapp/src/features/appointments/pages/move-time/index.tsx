import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { parseLocalDate } from '@one-visit/shared/kernel/local-date'
import { go, replace } from '../../../../platform/navigation'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { MoveGate, OldTime, PickNewTime } from '../../components/move-gate'
import { TimeQuestion } from '../../components/time-question'
import { useAnswers } from '../../hooks/use-answers'
import { usePickSlot } from '../../hooks/use-pick-slot'
import { bookingText } from '../../text'

function Question({ visit }: { visit: AppointmentDto }) {
  const { id } = visit
  const { answers } = useAnswers('move')
  const pickSlot = usePickSlot(id)
  const date = answers.visit === id ? parseLocalDate(answers.date) : null
  if (date === null) return <PickNewTime id={id} />
  return (
    <>
      <OldTime visit={visit} />
      <TimeQuestion
        place={{ office: visit.office.id, itemGroup: visit.itemGroup.id }}
        date={date}
        onPick={(slot) => void pickSlot(slot)}
        onWait={(slot) => void go(APPOINTMENT_PAGES.wait, { ...slot, move: id })}
        onOtherDay={() => void replace(APPOINTMENT_PAGES.moveDay, { id })}
      />
    </>
  )
}

export default function MoveTimePage() {
  return <MoveGate title={bookingText.move.timeTitle}>{(visit) => <Question visit={visit} />}</MoveGate>
}
