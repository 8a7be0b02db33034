import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'
import { FOLLOWS_DOOR, PROGRESS_DOORS } from '../doors'

/** The ways to find out how far something is. */
export function ProgressDoors({ label, withFollows }: { label: string; withFollows: boolean }) {
  const doors = withFollows ? [...PROGRESS_DOORS, FOLLOWS_DOOR] : PROGRESS_DOORS
  return (
    <List label={label}>
      {doors.map(({ title, hint, page }) => (
        <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
      ))}
    </List>
  )
}
