import type { DepartmentLicence } from '../../departments/department-licence'
import { departmentUnavailable } from '../../departments/department-names'
import type { Fetched } from '../../departments/gateway'
import { requireMandatedItem } from '../../identity/mandated-item'
import { getVerifiedPerson } from '../../identity/person'
import { Problem, problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { licenceRefOf } from './licence-keys'
import { noteCancelled } from './note-cancelled'
import { SOURCES } from './sources'

interface Wanted {
  /** `licenceRefOf` */
  readonly id: string
  /** `old`: the last copy of up to 7 days will do. `fresh`: what the department said in the last 30 seconds (policies.ts), or nothing. */
  readonly copy: 'old' | 'fresh'
  readonly signal: AbortSignal
}

/**
 * The licence that the id stands for in this account, as soon as a source has it. Throws `not_found` when all have answered and
 * none has it, else the problem of one that could not be asked, and `mandate_scope` for a kind that a mandate does not name.
 */
export async function findLicence(
  deps: LicenceDeps,
  principal: ResidentPrincipal,
  { id, copy, signal }: Wanted,
): Promise<Fetched<DepartmentLicence>> {
  const { accountId } = principal
  const { residentId, residentIdIndex } = await getVerifiedPerson(deps.database.read, deps.crypto, accountId)
  const searches = SOURCES.map(async ({ department, fetch }) => {
    const answer = await fetch(deps, { residentId, owner: residentIdIndex }, signal)
    const value = answer.value.find(({ licenceId }) => licenceRefOf(deps.crypto, accountId, licenceId) === id)
    if (!value) throw problem('not_found')
    if (copy === 'fresh' && answer.stale) throw departmentUnavailable(department)
    return { ...answer, value }
  })
  const found = await Promise.any(searches).catch((error: unknown) => {
    throw whyNone(error)
  })
  requireMandatedItem(principal, 'show_licences', found.value.type)
  if (found.value.state === 'cancelled') await noteCancelled(deps, [found.value.licenceId])
  return found
}

/** A source that could not be asked may have it, so that comes before those that do not. */
function whyNone(error: unknown): Error {
  const errors: unknown[] = error instanceof AggregateError ? error.errors : [error]
  const failed = errors.filter((one) => one instanceof Error)
  return failed.find((one) => !(one instanceof Problem && one.code === 'not_found')) ?? problem('not_found')
}
