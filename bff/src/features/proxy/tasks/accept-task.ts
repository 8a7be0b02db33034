import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { Account } from '../../../identity/account.entity'
import type { HelpRequest } from '../../../identity/help-request.entity'
import { SEALED_STAFF, StaffMember } from '../../../identity/staff-member.entity'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { auditOf, type TaskAct, type TaskDeps } from './deps'
import { tellChanged } from './request-notices'
import { worksAt } from '../works-at'
import { isMine } from './task-policy'
import { presentTask } from './task-presenter'
import { changeTask, findTask } from './task-store'

/**
 * A volunteer takes a task of their office; of many who tap at once, one has it. Tapping twice is once. Throws `not_found` at
 * another office, `not_allowed` for a volunteer's own request, `status_changed` when it is no longer open.
 */
export async function acceptTask(deps: TaskDeps, act: TaskAct, id: string): Promise<TaskDto> {
  const { staff, at } = act
  return deps.database.inTransaction(async (tx) => {
    const volunteer = await lockVolunteer(tx, staff.staffId)
    const before = await findTask(tx, id)
    if (!before || !worksAt(staff, before.officeId)) throw problem('not_found')
    await requireOtherPerson(tx, volunteer, before)
    const task = await changeTask(tx, id, {
      from: ['open'],
      volunteerId: null,
      to: { status: 'accepted', volunteerId: staff.staffId, acceptedAt: at.toISOString() },
    })
    if (!task) return presentTask(deps, tx, staff, await getMine(tx, act, id))
    await appendAudit(tx, { ...auditOf(act), event: 'task_accepted', beneficiaryId: task.accountId, subject: id })
    const name = deps.crypto.open(volunteer.nameSealed, SEALED_STAFF.name)
    await tellChanged(deps, tx, task, { kind: 'accepted', volunteer: name })
    return presentTask(deps, tx, staff, task)
  })
}

/** Somebody whom a supervisor lets go at this moment takes nothing along: who comes second here waits for the first. */
async function lockVolunteer(tx: Transaction, staffId: string): Promise<StaffMember> {
  await tx.lockRows('staff_members', [staffId])
  const member = await tx.findOneByOrFail(StaffMember, { id: staffId })
  if (member.leftAt !== null) throw problem('session_expired')
  return member
}

/** Nobody is their own volunteer: the person and the one who acts are two. */
async function requireOtherPerson(tx: Transaction, { residentIdIndex }: StaffMember, { accountId }: HelpRequest): Promise<void> {
  if (residentIdIndex === null || !(await tx.existsBy(Account, { id: accountId, residentIdIndex }))) return
  throw problem('not_allowed', { detail: '这是您自己的求助，请别的志愿者来接。' })
}

async function getMine(tx: Transaction, { staff }: TaskAct, id: string): Promise<HelpRequest> {
  const task = await findTask(tx, id)
  if (task?.status === 'accepted' && isMine(staff, task)) return task
  throw problem('status_changed', { detail: '别的志愿者刚刚接了，或求助已经撤回。' })
}
