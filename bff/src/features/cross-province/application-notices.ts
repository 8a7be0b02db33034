import type { CountyPack } from '../../platform/county-pack'
import type { CrossProvinceApplication } from './application.entity'
import type { ApplicationOutcome } from './application-content'
import { refusalWords } from './application-presenter'

/** What the outbox carries for topic `application_settled`. */
export interface ApplicationSettled {
  readonly accountId: string
  readonly occasion: string
  readonly applicationId: string
  readonly itemName: string
  /** At most five characters. */
  readonly status: string
  readonly body: string
}

/** Who saw the answer on the spot is told nothing; the person is, when somebody else saw it and there will be no case. */
export function settledNotice(
  pack: CountyPack,
  row: CrossProvinceApplication,
  outcome: ApplicationOutcome,
): ApplicationSettled | null {
  const isSeen = row.attempts === 1 && (row.mandateId === null || outcome.kind === 'opened')
  if (isSeen) return null
  const { id: applicationId, accountId, itemName, regionName } = row
  const [status, said] =
    outcome.kind === 'opened'
      ? ['已送到', `已经送到${outcome.acceptedBy}，办件编号 ${outcome.caseNumber}。可以在“我的办件”里看办到哪一步。`]
      : ['没有办成', `没有办成：${refusalWords(pack, outcome)}`]
  const body = `您申请的“${itemName}”（${regionName}）${said}`
  return { accountId, occasion: `application:${applicationId}`, applicationId, itemName, status, body }
}
