import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { type HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import { endMandatesOfTask } from '../../../identity/mandate-ending'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { auditOf, type TaskAct, type TaskDeps } from './deps'
import { tellChanged } from './request-notices'
import { getTask } from './task-policy'
import { presentTask } from './task-presenter'
import { changeTask } from './task-store'

/** The volunteer gives it back, with the reason. Throws `not_found` for somebody else's, `status_changed` when it is not theirs now. */
export async function returnTask(deps: TaskDeps, act: TaskAct, id: string, reason: string): Promise<TaskDto> {
  return deps.database.inTransaction(async (tx) => {
    await getTask(tx, act.staff, id)
    const task = await reopenTask(deps, tx, act, { id, volunteerId: act.staff.staffId, reason })
    if (!task) throw problem('status_changed')
    return presentTask(deps, tx, act.staff, task)
  })
}

interface Returned {
  readonly id: string
  readonly volunteerId: string
  readonly reason: string
}

/** Open again for the others; what was allowed for it ends, the reason is kept. Null when that volunteer does not have it. */
export async function reopenTask(
  deps: TaskDeps,
  tx: Transaction,
  act: TaskAct,
  { id, volunteerId, reason }: Returned,
): Promise<HelpRequest | null> {
  const returnedSealed = deps.crypto.seal(reason, SEALED_REQUEST.returned)
  const to = { status: 'open', volunteerId: null, acceptedAt: null, returnedSealed } as const
  const task = await changeTask(tx, id, { from: ['accepted'], volunteerId, to })
  if (!task) return null
  await endMandatesOfTask(tx, id, 'actor', act.at)
  await appendAudit(tx, { ...auditOf(act), event: 'task_returned', beneficiaryId: task.accountId, subject: id })
  await tellChanged(deps, tx, task, { kind: 'returned' })
  return task
}
