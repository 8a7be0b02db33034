import { parseLocalDate } from '@one-visit/shared/kernel/local-date'
import { go, replace } from '../../../../platform/navigation'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { BeginFirst } from '../../components/begin-first'
import { TimeQuestion } from '../../components/time-question'
import { useAnswers } from '../../hooks/use-answers'
import { usePickSlot } from '../../hooks/use-pick-slot'
import { bookingText } from '../../text'

export default function TimePage() {
  const { itemGroup, office, ...answers } = useAnswers('booking').answers
  const pickSlot = usePickSlot(null)
  const date = parseLocalDate(answers.date)
  return (
    <Screen title={bookingText.time.title}>
      {date === null ? (
        <BeginFirst />
      ) : (
        <TimeQuestion
          place={{ office, itemGroup }}
          date={date}
          onPick={(slot) => void pickSlot(slot)}
          onWait={(slot) => void go(APPOINTMENT_PAGES.wait, { ...slot })}
          onOtherDay={() => void replace(APPOINTMENT_PAGES.day)}
        />
      )}
    </Screen>
  )
}
