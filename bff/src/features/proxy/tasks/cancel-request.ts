import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { actedBy } from '../../../identity/acted-by'
import { type HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import { endMandatesOfTask } from '../../../identity/mandate-ending'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import { auditOf, type TaskAct, type TaskDeps } from './deps'
import { getOwnRequest } from './own-requests'
import { tellChanged } from './request-notices'
import { getTask } from './task-policy'
import { presentTask } from './task-presenter'
import { changeTask } from './task-store'

/**
 * Taken back by the person, or by the member of the family who asked; what was allowed for it ends. Twice is once. Throws
 * `not_found` for anybody else's, `status_changed` when it is done.
 */
export async function cancelRequest(deps: TaskDeps, principal: ResidentPrincipal, id: string, requestId: string): Promise<void> {
  const now = deps.clock.now()
  await deps.database.inTransaction(async (tx) => {
    const before = await getOwnRequest(tx, principal.accountId, now, id)
    const request = await close(tx, id, now, null)
    if (!request && before.status === 'cancelled') return
    if (!request) throw problem('status_changed')
    const { accountId } = request
    await appendAudit(tx, {
      event: 'help_request_cancelled',
      ...actedBy(principal),
      beneficiaryId: accountId,
      subject: id,
      requestId,
      at: now,
    })
    await tellChanged(deps, tx, request, { kind: 'cancelled', by: principal.accountId })
  })
}

/** By the office, with the reason, which the person is told. Twice is once. Throws as `cancelRequest` does. */
export async function cancelTask(deps: TaskDeps, act: TaskAct, id: string, reason: string): Promise<TaskDto> {
  return deps.database.inTransaction(async (tx) => {
    const before = await getTask(tx, act.staff, id)
    const task = await close(tx, id, act.at, deps.crypto.seal(reason, SEALED_REQUEST.outcome))
    if (!task && before.status === 'cancelled') return presentTask(deps, tx, act.staff, before)
    if (!task) throw problem('status_changed')
    await appendAudit(tx, { ...auditOf(act), event: 'task_cancelled', beneficiaryId: task.accountId, subject: id })
    await tellChanged(deps, tx, task, { kind: 'cancelled', by: null })
    return presentTask(deps, tx, act.staff, task)
  })
}

/** Null when it is closed already. */
async function close(tx: Transaction, id: string, now: Date, outcomeSealed: string | null): Promise<HelpRequest | null> {
  const closed = await changeTask(tx, id, {
    from: ['open', 'accepted'],
    volunteerId: null,
    to: { status: 'cancelled', volunteerId: null, openPlace: null, outcomeSealed, closedAt: now.toISOString() },
  })
  if (closed) await endMandatesOfTask(tx, id, 'task_closed', now)
  return closed
}
