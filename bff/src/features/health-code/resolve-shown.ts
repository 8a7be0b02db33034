import { type ResolvedPerson, resolvePerson } from '../../identity/family-store'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { HealthCodeDeps } from './deps'

/**
 * Whose code is meant. A mandate is for the person alone, whoever stands on their account: `mandate_scope` for anybody else.
 * Throws what `resolvePerson` does.
 */
export async function resolveShown(
  deps: Pick<HealthCodeDeps, 'database' | 'crypto' | 'clock'>,
  { accountId, mandate }: ResidentPrincipal,
  ref: string,
): Promise<ResolvedPerson> {
  if (mandate !== null && ref !== 'self')
    throw problem('mandate_scope', { detail: '委托只能出示本人的健康码，不能看本人的家人。' })
  return resolvePerson(deps, accountId, ref)
}
