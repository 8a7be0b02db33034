import type { FamilyMemberDto } from '@one-visit/shared/family/contract'
import { ATTEMPT_POLICIES, checkSecret, forgetTries } from '../../identity/attempts'
import { FamilyMember } from '../../identity/family-member.entity'
import { getVerifiedPerson } from '../../identity/person'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { codeIndexOf } from './consent-code'
import { sentKey } from './deliver-family-code'
import type { FamilyDeps } from './deps'
import { appendFamilyAudit } from './family-audit'
import { tellAgreedByCode } from './family-notices'
import { findLiveMember } from './live-members'
import { presentMember } from './family-presenter'

/**
 * Takes the code that the other person read out as their consent. Throws `not_found` for a request that is not the asker's or
 * has ended, `code_invalid` for a wrong or old code, `too_many_attempts` after several.
 */
export async function confirmByCode(
  deps: FamilyDeps,
  principal: ResidentPrincipal,
  { id, code, requestId }: { readonly id: string; readonly code: string; readonly requestId: string },
): Promise<FamilyMemberDto> {
  const now = deps.clock.now()
  const asked = await findLiveMember(deps.database.read, { id, accountId: principal.accountId }, now)
  if (!asked) throw problem('not_found')
  if (asked.status === 'active') return presentMember(asked, deps.crypto, now)
  // By the two people, not by the request: removing it and asking again must not buy new guesses.
  const key = `family_code:${asked.accountId}:${asked.personIndex}`
  const member = await checkSecret(deps, key, ATTEMPT_POLICIES.code, () => redeem(deps, asked, code, requestId))
  if (!member) throw problem('code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
  await forgetTries(deps, sentKey(asked.personIndex))
  return presentMember(member, deps.crypto, now)
}

async function redeem(
  deps: FamilyDeps,
  { id, accountId }: FamilyMember,
  code: string,
  requestId: string,
): Promise<FamilyMember | null> {
  const now = deps.clock.now()
  const at = now.toISOString()
  const asker = await getVerifiedPerson(deps.database.read, deps.crypto, accountId)
  return deps.database.inTransaction(async (tx) => {
    // One statement: of two answers at once one counts, and a code is good once.
    const redeemed = await tx.affected`
      UPDATE family_members SET status = 'active', bound_at = ${at}, ends_at = NULL, code_index = NULL, code_expires_at = NULL
      WHERE id = ${id} AND account_id = ${accountId} AND status = 'pending' AND ends_at > ${at}
        AND code_index = ${codeIndexOf(deps.crypto, id, code)} AND code_expires_at > ${at}`
    if (redeemed === 0) return null
    const member = await tx.findOneByOrFail(FamilyMember, { id })
    await tellAgreedByCode(deps, tx, member, asker.name)
    await appendFamilyAudit(tx, member, {
      event: 'family_consent_given',
      actorId: accountId,
      data: { by: 'code' },
      requestId,
      at: now,
    })
    return member
  })
}
