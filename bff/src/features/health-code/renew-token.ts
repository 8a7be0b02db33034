import type { HealthCodeTokenDto } from '@one-visit/shared/health-code/contract'
import { departmentUnavailable } from '../../departments/department-names'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { HealthCodeDeps } from './deps'
import { tokenFor } from './health-code-token'
import { requireCode } from './require-code'
import { resolveShown } from './resolve-shown'

/**
 * A new token for the person meant. The department is asked only when its last answer is older than the fresh time of
 * POLICIES.health.code. Throws what `viewHealthCode` does, and `department_unavailable` when there is only an old copy.
 */
export async function renewToken(
  deps: HealthCodeDeps,
  principal: ResidentPrincipal,
  { ref, signal }: { readonly ref: string; readonly signal: AbortSignal },
): Promise<HealthCodeTokenDto> {
  const person = await resolveShown(deps, principal, ref)
  const code = requireCode(await deps.health.code({ residentId: person.residentId, owner: person.residentIdIndex }, signal))
  const token = tokenFor(deps, person, code)
  if (!token) throw departmentUnavailable('health')
  return token
}
