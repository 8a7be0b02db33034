import type { FollowDto } from '@one-visit/shared/progress/contract'
import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'
import { formatInstant } from '../../../ui/when'
import { PROGRESS_PAGES } from '../progress-pages'
import { doorsText } from '../doors-text'
import { describeStatus } from './status-tag'

/** Followed cases with their latest status, each leading to its page. */
export function FollowRows({ items }: { items: readonly FollowDto[] }) {
  return (
    <List label={doorsText.follows.list}>
      {items.map((follow) => (
        <ListLink
          key={follow.id}
          title={follow.itemName}
          hint={doorsText.follows.changed(follow.department, formatInstant(follow.changedAt))}
          tag={describeStatus(follow.status)}
          onPress={() => void go(PROGRESS_PAGES.followed, { id: follow.id })}
        />
      ))}
    </List>
  )
}
