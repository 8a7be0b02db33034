import { go, replace } from '../../../../platform/navigation'
import { Screen } from '../../../../ui/screen'
import { APPOINTMENT_PAGES } from '../../appointments-pages'
import { BeginFirst } from '../../components/begin-first'
import { DayQuestion } from '../../components/day-question'
import { NO_SLOT, useAnswers } from '../../hooks/use-answers'
import { useAskedPlace } from '../../hooks/use-asked-place'
import { bookingText } from '../../text'

/** What is to be booked, and where, may come with the address, from the page of an item. */
export default function DayPage() {
  const booking = useAnswers('booking')
  const { answers, answer } = booking
  useAskedPlace(booking)
  const { itemGroup, office, date } = answers
  const handlePick = (picked: string) => {
    answer({ date: picked, ...NO_SLOT })
    void go(APPOINTMENT_PAGES.time)
  }
  return (
    <Screen title={bookingText.day.title}>
      {office === '' ? (
        <BeginFirst />
      ) : (
        <DayQuestion
          place={{ office, itemGroup }}
          chosen={date}
          onPick={handlePick}
          onOtherOffice={() => void replace(APPOINTMENT_PAGES.office)}
        />
      )}
    </Screen>
  )
}
