import { ATTEMPT_POLICIES, countedTry } from '../../identity/attempts'
import { problem } from '../../platform/errors'
import { sensitive } from '../../platform/sensitive'
import type { FamilyDeps } from './deps'

const MISMATCH = '姓名和身份证号对不上'
const MISMATCH_FIELDS = [
  { path: 'name', message: MISMATCH },
  { path: 'residentId', message: MISMATCH },
]

/**
 * Asks the police whether name and number belong together; throws `real_name_mismatch`, the same for a number that does not
 * exist, and `too_many_attempts`. Right pairs are counted too: one that the asker knows, in between, must not buy new guesses.
 */
export async function requireNameMatch(
  deps: FamilyDeps,
  accountId: string,
  { name, residentId }: { readonly name: string; readonly residentId: string },
): Promise<void> {
  const answer = await countedTry(deps, `family_name:${accountId}`, ATTEMPT_POLICIES.family_name, () =>
    deps.police.verifyRealName(sensitive(name), sensitive(residentId)),
  )
  if (answer !== 'match') throw problem('real_name_mismatch', { fields: MISMATCH_FIELDS })
}
