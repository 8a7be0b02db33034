import { HelpRequest } from '../../../identity/help-request.entity'
import type { Reader, Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import { worksAt } from '../works-at'

/** Whether the task is still this volunteer's and open; if so it stays that way until the transaction ends. */
export async function holdOpenTask(tx: Transaction, taskId: string, volunteerId: string): Promise<boolean> {
  const held = await tx.affected`
    UPDATE help_requests SET volunteer_id = volunteer_id
    WHERE id = ${taskId} AND status = 'accepted' AND volunteer_id = ${volunteerId}`
  return held > 0
}

/** The task, for its volunteer and for the staff of its office; throws `not_found` for everybody else. */
export async function getTask(read: Reader, staff: StaffPrincipal, id: string): Promise<HelpRequest> {
  const task = await requireTaskOfOffice(read, staff, id)
  if (staff.role === 'volunteer' && task.volunteerId !== staff.staffId) throw problem('not_found')
  return task
}

/** Throws `not_found` for a task of another office. */
export async function requireTaskOfOffice(read: Reader, staff: StaffPrincipal, id: string): Promise<HelpRequest> {
  const task = await read.findOneBy(HelpRequest, { id })
  if (!task || !worksAt(staff, task.officeId)) throw problem('not_found')
  return task
}
