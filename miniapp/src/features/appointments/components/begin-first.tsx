import { replace } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { bookingText } from '../text'
import { visitText } from '../visit-text'

/** A question whose answer depends on one that was not given. */
export function BeginFirst() {
  return (
    <>
      <Notice title={bookingText.begin.title} />
      <Button onPress={() => void replace(APPOINTMENT_PAGES.start)}>{bookingText.begin.button}</Button>
    </>
  )
}

/** What was chosen before is no longer in the county's list. */
export function NoSuchPlace() {
  const { title, action } = bookingText.gone
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.start)}>{bookingText.begin.button}</Button>
    </RefusalContent>
  )
}

/** A visit or a place in a line that this person does not have. */
export function NoSuchVisit({ title, action }: { title: string; action: string } = visitText.gone) {
  return (
    <RefusalContent refusal={{ title, detail: title, action, requestId: null }}>
      <Button onPress={() => void replace(APPOINTMENT_PAGES.visits)}>{visitText.toVisits}</Button>
    </RefusalContent>
  )
}
