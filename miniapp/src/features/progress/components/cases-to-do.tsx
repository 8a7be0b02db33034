import type { CaseProgressDto, FollowDto } from '@one-visit/shared/progress/contract'
import type { CaseStatus } from '@one-visit/shared/progress/rules'
import { go } from '../../../platform/navigation'
import { useSession } from '../../../platform/session'
import { useDue } from '../../../platform/use-due'
import { useLookUp } from '../../../platform/use-look-up'
import { List, ListLink } from '../../../ui/lists'
import { PROGRESS_PAGES } from '../progress-pages'
import { doorsText } from '../doors-text'
import { describeStatus } from './status-tag'

/** A copy so old still says who is waited for; every department is asked for a newer one. Milliseconds. */
const GOOD_FOR = 3_600_000

const WAITING: readonly CaseStatus[] = ['correction_needed', 'ready']

/** Whether the person is waited for. */
export const isWaitingForPerson = ({ status }: Pick<CaseProgressDto, 'status'>): boolean => WAITING.includes(status)

/**
 * Own cases that wait for the person, on the first screen, without those that they follow, which stand there anyway. Who has not shown
 * their real name has none; what cannot be asked now is not spoken of.
 */
export function CasesToDo({ followed }: { followed: readonly FollowDto[] }) {
  const isVerified = (useSession()?.assurance ?? 1) >= 2
  const isDue = useDue('GET /v1/cases', {}, GOOD_FOR)
  const { data } = useLookUp('GET /v1/cases', {}, { keepCopy: true, enabled: isVerified && isDue })
  const isFollowed = ({ caseNumber }: CaseProgressDto) => followed.some((follow) => follow.caseNumber === caseNumber)
  const waiting = data?.items.filter((one) => isWaitingForPerson(one) && !isFollowed(one)) ?? []
  if (waiting.length === 0) return null
  return (
    <List label={doorsText.follows.waiting}>
      {waiting.map(({ kind, caseNumber, itemName, status, toDo, department }) => (
        <ListLink
          key={`${kind} ${caseNumber}`}
          title={itemName}
          hint={toDo ?? department}
          tag={describeStatus(status)}
          onPress={() => void go(PROGRESS_PAGES.ownCase, { of: 'my-cases', number: caseNumber })}
        />
      ))}
    </List>
  )
}
