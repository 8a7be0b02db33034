import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { go } from '../../../../platform/navigation'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { DayQuestion } from '../../components/day-question'
import { MoveGate, OldTime } from '../../components/move-gate'
import { NO_SLOT, useAnswers } from '../../hooks/use-answers'
import { bookingText } from '../../text'

function Question({ visit }: { visit: AppointmentDto }) {
  const { answers, answer } = useAnswers('move')
  const place = { office: visit.office.id, itemGroup: visit.itemGroup.id }
  const handlePick = (date: string) => {
    answer({ visit: visit.id, ...place, date, ...NO_SLOT })
    void go(APPOINTMENT_PAGES.moveTime, { id: visit.id })
  }
  return (
    <>
      <OldTime visit={visit} />
      <DayQuestion place={place} chosen={answers.visit === visit.id ? answers.date : ''} onPick={handlePick} />
    </>
  )
}

export default function MoveDayPage() {
  return <MoveGate title={bookingText.move.dayTitle}>{(visit) => <Question visit={visit} />}</MoveGate>
}
