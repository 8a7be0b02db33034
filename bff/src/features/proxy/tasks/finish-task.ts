import type { z } from 'zod'
import type { FinishTaskInput } from '@one-visit/shared/proxy/schemas'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { SEALED_REQUEST } from '../../../identity/help-request.entity'
import { endMandatesOfTask } from '../../../identity/mandate-ending'
import { appendAudit } from '../../../platform/audit'
import { problem } from '../../../platform/errors'
import { auditOf, type TaskAct, type TaskDeps } from './deps'
import { tellChanged } from './request-notices'
import { getTask } from './task-policy'
import { presentTask } from './task-presenter'
import { changeTask } from './task-store'

/** Done; what was allowed for it ends. Throws `not_found` for somebody else's, `status_changed` when it is not theirs and open. */
export async function finishTask(
  deps: TaskDeps,
  act: TaskAct,
  id: string,
  { outcome, minutes }: z.output<typeof FinishTaskInput>,
): Promise<TaskDto> {
  return deps.database.inTransaction(async (tx) => {
    await getTask(tx, act.staff, id)
    const outcomeSealed = deps.crypto.seal(outcome, SEALED_REQUEST.outcome)
    const task = await changeTask(tx, id, {
      from: ['accepted'],
      volunteerId: act.staff.staffId,
      to: { status: 'done', outcomeSealed, minutes, openPlace: null, closedAt: act.at.toISOString() },
    })
    if (!task) throw problem('status_changed')
    await endMandatesOfTask(tx, id, 'task_closed', act.at)
    await appendAudit(tx, { ...auditOf(act), event: 'task_finished', beneficiaryId: task.accountId, subject: id })
    await tellChanged(deps, tx, task, { kind: 'done' })
    return presentTask(deps, tx, act.staff, task)
  })
}
