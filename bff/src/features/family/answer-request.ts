import type { FamilyDto } from '@one-visit/shared/family/contract'
import { FamilyMember } from '../../identity/family-member.entity'
import { getVerifiedPerson } from '../../identity/person'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { FamilyDeps } from './deps'
import { appendFamilyAudit } from './family-audit'
import { tellAgreed, tellEnded } from './family-notices'
import { listFamily } from './list-family'

/**
 * The other person's own word, in their own account. Saying no takes the entry away, also when it was agreed to a moment ago.
 * Throws `not_found` for a request that is not about them or has ended.
 */
export async function answerRequest(
  deps: FamilyDeps,
  principal: ResidentPrincipal,
  { id, accept, requestId }: { readonly id: string; readonly accept: boolean; readonly requestId: string },
): Promise<FamilyDto> {
  const { residentIdIndex } = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  const now = deps.clock.now()
  await deps.database.inTransaction(async (tx) => {
    const member = await tx.findOneBy(FamilyMember, { id, personIndex: residentIdIndex })
    if (!member || !(await (accept ? agree(tx, member, now) : refuse(tx, member)))) throw problem('not_found')
    await (accept ? tellAgreed : tellEnded)(deps, tx, member)
    await appendFamilyAudit(tx, member, {
      event: 'family_request_answered',
      actorId: principal.accountId,
      data: { accepted: accept ? 'yes' : 'no' },
      requestId,
      at: now,
    })
  })
  return listFamily(deps, principal)
}

/** A second yes changes nothing. */
async function agree(tx: Transaction, { id }: FamilyMember, now: Date): Promise<boolean> {
  const at = now.toISOString()
  const agreed = await tx.affected`
    UPDATE family_members SET status = 'active', bound_at = COALESCE(bound_at, ${at}), code_index = NULL, code_expires_at = NULL,
      ends_at = CASE WHEN status = 'pending' THEN NULL ELSE ends_at END
    WHERE id = ${id} AND (ends_at IS NULL OR ends_at > ${at})`
  return agreed > 0
}

async function refuse(tx: Transaction, { id }: FamilyMember): Promise<boolean> {
  return (await tx.affected`DELETE FROM family_members WHERE id = ${id}`) > 0
}
