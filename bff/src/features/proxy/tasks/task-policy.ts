import type { HelpRequest } from '../../../identity/help-request.entity'
import type { CountyPack } from '../../../platform/county-pack'
import type { Reader } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import { worksAt } from '../works-at'
import { findTask } from './task-store'

type Task = Pick<HelpRequest, 'officeId' | 'status' | 'volunteerId'>

export const isMine = ({ staffId }: StaffPrincipal, { volunteerId }: Task): boolean => volunteerId === staffId

/** Volunteers see what is open and what they have, or had and finished; clerks and supervisors all of the office. */
function canSee(staff: StaffPrincipal, task: Task): boolean {
  if (!worksAt(staff, task.officeId)) return false
  return staff.role !== 'volunteer' || task.status === 'open' || isMine(staff, task)
}

/** Name, phone and address are for the volunteer who has the task, and only while it is not closed. */
export const canContact = (staff: StaffPrincipal, task: Task): boolean => isMine(staff, task) && task.status === 'accepted'

/** Throws `not_found` for a task that is not theirs to see. */
export async function getTask(read: Reader, staff: StaffPrincipal, id: string): Promise<HelpRequest> {
  const task = await findTask(read, id)
  if (!task || !canSee(staff, task)) throw problem('not_found')
  return task
}

/** Throws `not_allowed` for somebody who works elsewhere, `not_found` when the county has no such office. */
export function requireOffice(pack: CountyPack, staff: StaffPrincipal, officeId: string): void {
  if (!worksAt(staff, officeId)) throw problem('not_allowed', { detail: '您只能处理自己网点的事。' })
  requireKnownOffice(pack, officeId)
}

export function requireKnownOffice({ offices }: CountyPack, officeId: string): void {
  if (!offices.some(({ id }) => id === officeId)) throw problem('not_found', { detail: '没有这个网点。' })
}
