import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { go } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { SummaryList } from '../../../../ui/lists'
import { SlowNotice } from '../../../../ui/loading'
import { ProblemNotice } from '../../../../ui/notice'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { MoveGate, PickNewTime } from '../../components/move-gate'
import { VisitRefusal } from '../../components/visit-refusal'
import { useMove, type Booking } from '../../hooks/use-booking'
import { usePickOther } from '../../hooks/use-pick-other'
import { useOffices } from '../../../../platform/county'
import { bookingText } from '../../text'
import { formatSpan } from '../../when'

const text = bookingText.move

function CheckAnswers({ visit, move }: { visit: AppointmentDto; move: Booking }) {
  const { answers, busy, problem, handleConfirm } = move
  const { id, office } = visit
  const other = useOffices().data?.items.find((one) => one.id === answers.office)
  return (
    <>
      {problem && <ProblemNotice problem={problem} onRetry={handleConfirm} />}
      <SummaryList
        label={text.checkTitle}
        rows={[
          { label: text.from, value: formatSpan(visit) },
          { label: text.to, value: formatSpan(answers), onChange: () => void go(APPOINTMENT_PAGES.moveDay, { id }) },
          { label: text.where, value: other?.name ?? office.name },
        ]}
      />
      <View className="ov-stack">
        <Text>{text.note}</Text>
        <Button onPress={handleConfirm} busy={busy}>
          {text.submit}
        </Button>
        {busy && <SlowNotice what={bookingText.asked.ours} />}
      </View>
    </>
  )
}

function Question({ visit }: { visit: AppointmentDto }) {
  const { id } = visit
  const move = useMove(id)
  const pickOther = usePickOther(move)
  const { answers, refusal, busy, handleConfirm } = move
  if (answers.visit !== id || answers.slotId === '') return <PickNewTime id={id} />
  if (refusal === null) return <CheckAnswers visit={visit} move={move} />
  const { slotId, office, itemGroup, date, startsAt, endsAt } = answers
  return (
    <VisitRefusal
      refusal={refusal}
      wanted={answers}
      onPick={(slot) => void pickOther(slot)}
      onWait={() => void go(APPOINTMENT_PAGES.wait, { slotId, office, itemGroup, date, startsAt, endsAt, move: id })}
      onOtherDay={() => void go(APPOINTMENT_PAGES.moveDay, { id })}
      onRetry={handleConfirm}
      retrying={busy}
    />
  )
}

export default function MoveCheckPage() {
  return <MoveGate title={text.checkTitle}>{(visit) => <Question visit={visit} />}</MoveGate>
}
