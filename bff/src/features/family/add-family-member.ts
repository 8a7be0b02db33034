import type { z } from 'zod'
import type { AddFamilyMemberInput, FamilyMemberDto } from '@one-visit/shared/family/contract'
import { getVerifiedPerson, SEALED } from '../../identity/person'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { problem } from '../../platform/errors'
import { sensitive } from '../../platform/sensitive'
import { bindingOf } from './binding'
import { sendConsentCode } from './consent-code'
import type { FamilyDeps } from './deps'
import { appendFamilyAudit } from './family-audit'
import { tellAsked } from './family-notices'
import { presentMember } from './family-presenter'
import { requireNameMatch } from './name-check'
import { placeMember } from './place-member'

/**
 * Shows somebody on this account: a minor of the same household at once, an adult when they agree. Adding twice is the same
 * entry; for a request that still waits it sends another code, at most one a minute.
 * Throws `real_name_mismatch`, `not_same_household`, `consent_not_possible`, `family_limit_reached` and the department problems.
 */
export async function addFamilyMember(
  deps: FamilyDeps,
  principal: ResidentPrincipal,
  input: z.output<typeof AddFamilyMemberInput>,
  once: Once,
  requestId: string,
): Promise<FamilyMemberDto> {
  const { crypto } = deps
  const { accountId } = principal
  const asker = await getVerifiedPerson(deps.database.read, crypto, accountId)
  const personIndex = crypto.blindIndex(input.residentId, SEALED.residentId)
  if (personIndex === asker.residentIdIndex) throw problem('invalid_input', { fields: YOURSELF })
  await requireNameMatch(deps, accountId, input)
  const binding = await bindingOf(deps, asker, { residentId: sensitive(input.residentId), personIndex })
  const nameSealed = crypto.seal(input.name, SEALED.name)
  const residentIdSealed = crypto.seal(input.residentId, SEALED.residentId)
  return once(async (tx) => {
    const now = deps.clock.now()
    const person = { personIndex, nameSealed, residentIdSealed, relation: input.relation }
    const member = await placeMember(tx, { accountId, ...person, ...binding }, now)
    if (member.status === 'pending') {
      await sendConsentCode(deps, tx, member)
      await tellAsked(deps, tx, member, asker.name)
    }
    await appendFamilyAudit(tx, member, {
      event: 'family_member_added',
      actorId: accountId,
      data: { evidence: member.evidence, status: member.status },
      requestId,
      at: now,
    })
    return presentMember(member, crypto, now)
  })
}

const YOURSELF = [{ path: 'residentId', message: '这是您自己的身份证号，请填写家人的' }]
