import { In } from 'typeorm'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { type HelpRequest, SEALED_REQUEST } from '../../../identity/help-request.entity'
import { Mandate } from '../../../identity/mandate.entity'
import type { Reader } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { StaffPrincipal } from '../../../platform/http/principal'
import { presentMandates } from '../mandates/mandate-presenter'
import { findRequestNames, openText, type PresenterDeps, presentRequest, type RequestNames } from './request-presenter'
import { canContact, isMine } from './task-policy'

/** Tasks as one of the staff sees them, in the order given. */
export async function presentTasks(
  deps: PresenterDeps,
  read: Reader,
  staff: StaffPrincipal,
  rows: readonly HelpRequest[],
): Promise<TaskDto[]> {
  if (rows.length === 0) return []
  const names = await findRequestNames(read, deps, rows)
  const mandates = await findMandates(deps, read, rows)
  return rows.map((row) => ({
    ...presentRequest(deps, row, names),
    mine: isMine(staff, row),
    contact: canContact(staff, row) ? presentContact(deps, row, names) : null,
    mandate: mandates.get(row.id) ?? null,
  }))
}

/** One task. */
export async function presentTask(deps: PresenterDeps, read: Reader, staff: StaffPrincipal, row: HelpRequest): Promise<TaskDto> {
  const [task] = await presentTasks(deps, read, staff, [row])
  if (!task) throw problem('not_found')
  return task
}

function presentContact({ crypto }: PresenterDeps, row: HelpRequest, { people }: RequestNames): TaskDto['contact'] {
  return {
    name: people.get(row.accountId) ?? '',
    phone: openText(crypto, row.phoneSealed, SEALED_REQUEST.phone) ?? '',
    address: openText(crypto, row.addressSealed, SEALED_REQUEST.address),
  }
}

/** By task: the one that holds or waits. A task that is open or closed has none. */
async function findMandates(
  deps: PresenterDeps,
  read: Reader,
  rows: readonly HelpRequest[],
): Promise<Map<string, NonNullable<TaskDto['mandate']>>> {
  const accepted = rows.filter(({ status }) => status === 'accepted').map(({ id }) => id)
  if (accepted.length === 0) return new Map()
  const mandates = await read.findBy(Mandate, { taskId: In(accepted), status: In(['pending', 'active']) })
  const shown = await presentMandates(deps, read, mandates)
  return new Map(shown.flatMap((mandate) => (mandate.taskId === null ? [] : [[mandate.taskId, mandate]])))
}
