import type { LicenceDto } from '@one-visit/shared/licences/contract'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { findLicence } from './find-licence'
import { presentLicence } from './licence-presenter'
import { recordLooks } from './look-log'

/** One licence in full; a copy of up to 7 days will do. Throws what `findLicence` throws. */
export async function openLicence(
  deps: LicenceDeps,
  principal: ResidentPrincipal,
  { id, signal }: { readonly id: string; readonly signal: AbortSignal },
): Promise<LicenceDto> {
  const found = await findLicence(deps, principal, { id, copy: 'old', signal })
  await recordLooks(deps, principal, [found.value])
  return presentLicence(deps, principal.accountId, found)
}
