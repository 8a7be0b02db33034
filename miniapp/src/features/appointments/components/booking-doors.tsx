import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'
import { BOOKING_DOOR, VISITS_DOOR } from '../doors'

/** The ways to a visit. */
export function BookingDoors({ label }: { label: string }) {
  return (
    <List label={label}>
      {[BOOKING_DOOR, VISITS_DOOR].map(({ title, hint, page }) => (
        <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
      ))}
    </List>
  )
}
