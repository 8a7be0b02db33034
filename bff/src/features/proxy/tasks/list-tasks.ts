import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { TaskDeps } from './deps'
import type { PresenterDeps } from './request-presenter'
import { getTask } from './task-policy'
import { presentTask, presentTasks } from './task-presenter'
import { findTasks } from './task-store'

type Deps = PresenterDeps & Pick<TaskDeps, 'database'>

/** What this member of the staff may see: see `canSee`. */
export async function listTasks(deps: Deps, staff: StaffPrincipal, closed: boolean): Promise<{ items: TaskDto[] }> {
  const { read } = deps.database
  const wheres = wheresOf(staff, closed)
  const rows = wheres ? await findTasks(read, wheres, closed) : []
  return { items: await presentTasks(deps, read, staff, rows) }
}

/** Throws `not_found` for a task that is not theirs to see. */
export async function viewTask(deps: Deps, staff: StaffPrincipal, id: string): Promise<TaskDto> {
  const { read } = deps.database
  return presentTask(deps, read, staff, await getTask(read, staff, id))
}

/** Null: none at all. No list of conditions would be all of them. */
function wheresOf({ role, officeId, staffId }: StaffPrincipal, closed: boolean) {
  if (officeId === null) return role === 'supervisor' ? [{}] : null
  if (role !== 'volunteer') return [{ officeId }]
  const mine = { officeId, volunteerId: staffId }
  return closed ? [mine] : [{ officeId, status: 'open' as const }, mine]
}
