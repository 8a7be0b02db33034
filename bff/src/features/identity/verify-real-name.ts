import type { SessionDto, VerifyRealNameInput } from '@one-visit/shared/identity/contract'
import type { PoliceClient } from '../../departments/police/client'
import type { AccountDataPart } from '../../identity/account-data'
import { actedBy } from '../../identity/acted-by'
import { ATTEMPT_POLICIES, checkSecret } from '../../identity/attempts'
import { SEALED } from '../../identity/person'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { sensitive } from '../../platform/sensitive'
import { claimCounterMadeAccount } from './claim-account'
import { viewSession, type SessionDeps } from './current-session'

export type RealNameDeps = SessionDeps & { readonly police: PoliceClient }

const MISMATCH_FIELDS = [
  { path: 'name', message: '姓名和身份证号对不上' },
  { path: 'residentId', message: '姓名和身份证号对不上' },
]

/** Asks the police service whether name and number belong together; throws `real_name_mismatch`, and `too_many_attempts` after several. */
export async function requireRealNameMatch(deps: RealNameDeps, accountId: string, input: VerifyRealNameInput): Promise<void> {
  const matched = await checkSecret(deps, `real_name:${accountId}`, ATTEMPT_POLICIES.real_name, async () => {
    const answer = await deps.police.verifyRealName(sensitive(input.name), sensitive(input.residentId))
    return answer === 'match' ? true : null
  })
  if (!matched) throw problem('real_name_mismatch', { fields: MISMATCH_FIELDS })
}

/**
 * Gives the account its real name: assurance 2. One person has one account: the one that staff made for them becomes theirs, a
 * number bound elsewhere is refused (`already_bound`), and so is another person's number on an account that has its own.
 */
export async function verifyRealName(
  deps: RealNameDeps & { readonly accountData: readonly AccountDataPart[] },
  principal: ResidentPrincipal,
  input: VerifyRealNameInput,
  requestId: string,
): Promise<SessionDto> {
  await requireRealNameMatch(deps, principal.accountId, input)
  const now = deps.clock.now()
  const residentIdIndex = deps.crypto.blindIndex(input.residentId, SEALED.residentId)
  const nameSealed = deps.crypto.seal(input.name, SEALED.name)
  const residentIdSealed = deps.crypto.seal(input.residentId, SEALED.residentId)
  const accountId = await deps.database.inTransaction(async (tx) => {
    const claimed = await claimCounterMadeAccount(tx, { ...principal, residentIdIndex }, deps.accountData)
    const id = claimed ?? principal.accountId
    // One statement: the number is taken only while nobody else has it and the account has no other.
    const rows = await tx.sql<object[]>`
      UPDATE accounts SET name_sealed = ${nameSealed}, resident_id_sealed = ${residentIdSealed},
        resident_id_index = ${residentIdIndex}, real_name_verified_at = ${now.toISOString()}
      WHERE id = ${id} AND (resident_id_index IS NULL OR resident_id_index = ${residentIdIndex})
        AND NOT EXISTS (SELECT 1 FROM accounts other WHERE other.resident_id_index = ${residentIdIndex} AND other.id <> ${id})
      RETURNING id`
    if (rows.length === 0) throw problem('already_bound', { detail: '这个身份证号已经绑定在另一个账号上。' })
    const owner = { ...principal, accountId: id, actor: { kind: 'resident', id } } as const
    const data = id === principal.accountId ? {} : { joined: principal.accountId }
    await appendAudit(tx, { event: 'real_name_verified', ...actedBy(owner), data, requestId, at: now })
    return id
  })
  return viewSession(deps, { ...principal, accountId })
}
