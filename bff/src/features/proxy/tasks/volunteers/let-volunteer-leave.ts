import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { HelpRequest } from '../../../../identity/help-request.entity'
import { endAllSessions } from '../../../../identity/session-store'
import { StaffMember } from '../../../../identity/staff-member.entity'
import { appendAudit } from '../../../../platform/audit'
import { problem } from '../../../../platform/errors'
import { auditOf, type TaskAct, type TaskDeps } from '../deps'
import { reopenTask } from '../return-task'
import { worksAt } from '../../works-at'
import { presentVolunteer } from './volunteer-presenter'

const REASON = '志愿者不在这里服务了'

/**
 * The volunteer works here no more: sessions end, tasks are open again and the mandates for them end, all at once. Twice is once.
 * Throws `not_found` for anybody who is no volunteer of the office.
 */
export async function letVolunteerLeave(deps: TaskDeps, act: TaskAct, id: string): Promise<VolunteerDto> {
  return deps.database.inTransaction(async (tx) => {
    await tx.lockRows('staff_members', [id])
    const member = await tx.findOneBy(StaffMember, { id, role: 'volunteer' })
    if (!member?.officeId || !worksAt(act.staff, member.officeId)) throw problem('not_found')
    if (member.leftAt !== null) return presentVolunteer(deps, member)
    const leftAt = act.at.toISOString()
    await tx.update(StaffMember, { id }, { leftAt })
    await endAllSessions(tx, { subjectKind: 'staff', subjectId: id })
    await appendAudit(tx, { ...auditOf(act), event: 'volunteer_left', subject: id })
    for (const task of await tx.findBy(HelpRequest, { volunteerId: id, status: 'accepted' }))
      await reopenTask(deps, tx, act, { id: task.id, volunteerId: id, reason: REASON })
    return presentVolunteer(deps, Object.assign(member, { leftAt }))
  })
}
