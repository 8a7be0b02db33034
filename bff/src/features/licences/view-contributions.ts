import type { ContributionsDto } from '@one-visit/shared/licences/contract'
import { getVerifiedPerson } from '../../identity/person'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'

/** The person's contributions; the last copy of up to 7 days when social security cannot be asked. Throws its problems. */
export async function viewContributions(
  deps: LicenceDeps,
  principal: ResidentPrincipal,
  signal: AbortSignal,
): Promise<ContributionsDto> {
  const { residentId, residentIdIndex } = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  const { value, asOf, stale } = await deps.socialSecurity.contributions({ residentId, owner: residentIdIndex }, signal)
  return {
    months: value.months,
    last: value.last.map((one) => ({ ...one, base: one.base.reveal() })),
    asOf: asOf.toISOString(),
    stale,
  }
}
