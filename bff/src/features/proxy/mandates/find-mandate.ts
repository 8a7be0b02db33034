import { Mandate } from '../../../identity/mandate.entity'
import type { Reader } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { ResidentPrincipal, StaffPrincipal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'
import { requireTaskOfOffice } from './mandate-task'

type Deps = Pick<MandateDeps, 'database' | 'clock'>

/** A mandate that this resident gave or holds; throws `not_found` for everybody else's. */
export async function getOwnMandate({ database }: Deps, { accountId }: ResidentPrincipal, id: string): Promise<Mandate> {
  const mandate = await database.read.findOneBy(Mandate, { id })
  if (!mandate || !isSideOf(mandate, accountId)) throw problem('not_found')
  return mandate
}

/** The same, or one of somebody whom this resident's account shows with their consent: the family looks after them. */
export async function getMandateToRead(deps: Deps, { accountId }: ResidentPrincipal, id: string): Promise<Mandate> {
  const mandate = await deps.database.read.findOneBy(Mandate, { id })
  if (!mandate) throw problem('not_found')
  const viewers = isSideOf(mandate, accountId) ? [accountId] : await findFamilyOf(deps.database.read, mandate, deps.clock.now())
  if (!viewers.includes(accountId)) throw problem('not_found')
  return mandate
}

const isSideOf = (mandate: Mandate, accountId: string): boolean =>
  mandate.accountId === accountId || (mandate.actorKind === 'resident' && mandate.actorId === accountId)

/** The accounts that show the person now. */
export async function findFamilyOf(read: Reader, { accountId }: Pick<Mandate, 'accountId'>, now: Date): Promise<string[]> {
  const rows = await read.sql<{ account_id: string }[]>`
    SELECT f.account_id FROM family_members f JOIN accounts a ON a.resident_id_index = f.person_index
    WHERE a.id = ${accountId} AND f.status = 'active' AND (f.ends_at IS NULL OR f.ends_at > ${now.toISOString()})`
  return rows.map(({ account_id }) => account_id)
}

/** A mandate for a task of this office, for the volunteer who holds it and for the office; throws `not_found` for the others. */
export async function getMandateOfOffice({ database }: Deps, staff: StaffPrincipal, id: string): Promise<Mandate> {
  const mandate = await database.read.findOneBy(Mandate, { id })
  if (!mandate?.taskId) throw problem('not_found')
  // Not only a task that is the volunteer's still: what they try after they gave it back is refused as ended, and written down.
  if (staff.role === 'volunteer' && mandate.actorId !== staff.staffId) throw problem('not_found')
  await requireTaskOfOffice(database.read, staff, mandate.taskId)
  return mandate
}
