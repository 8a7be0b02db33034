import type { SessionDto, VerifyRealNameInput } from '@one-visit/shared/identity/contract'
import type { PoliceClient } from '../../departments/police/client'
import type { AccountDataPart } from '../../identity/account-data'
import { actedBy } from '../../identity/acted-by'
import { Account } from '../../identity/account.entity'
import { ATTEMPT_POLICIES, countedTry, forgetTries } from '../../identity/attempts'
import { SEALED } from '../../identity/person'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { sensitive, type Sensitive } from '../../platform/sensitive'
import { claimCounterMadeAccount } from './claim-account'
import { viewSession, type SessionDeps } from './current-session'

export type RealNameDeps = SessionDeps & { readonly police: PoliceClient }

const MISMATCH_FIELDS = [
  { path: 'name', message: '姓名和身份证号对不上' },
  { path: 'residentId', message: '姓名和身份证号对不上' },
]

const triesKey = (accountId: string): string => `real_name:${accountId}`

/**
 * Asks the police service whether name and number belong together; throws `real_name_mismatch`, and `too_many_attempts` after several.
 * Right pairs are counted too, until the pair is known to be the person's own (`forgetNameTries`): one that somebody knows, in
 * between, must not buy new guesses. Whoever has a number (`own`) is asked about no other.
 */
export async function requireRealNameMatch(
  deps: RealNameDeps,
  accountId: string,
  input: VerifyRealNameInput,
  own: Sensitive<string> | null,
): Promise<void> {
  const matches = await countedTry(deps, triesKey(accountId), ATTEMPT_POLICIES.real_name, async () => {
    if (own !== null && own.reveal() !== input.residentId) return false
    return (await deps.police.verifyRealName(sensitive(input.name), sensitive(input.residentId))) === 'match'
  })
  if (!matches) throw problem('real_name_mismatch', { fields: MISMATCH_FIELDS })
}

export const forgetNameTries = (deps: RealNameDeps, accountId: string): Promise<void> => forgetTries(deps, triesKey(accountId))

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
  const now = deps.clock.now()
  const residentIdIndex = deps.crypto.blindIndex(input.residentId, SEALED.residentId)
  await refuseAnotherNumber(deps, principal.accountId, residentIdIndex)
  await requireRealNameMatch(deps, principal.accountId, input, null)
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
  await forgetNameTries(deps, principal.accountId)
  return viewSession(deps, { ...principal, accountId })
}

/** Before the police are asked: whatever the name, the answer is the same. */
async function refuseAnotherNumber({ database }: RealNameDeps, accountId: string, residentIdIndex: string): Promise<void> {
  const account = await database.read.findOneBy(Account, { id: accountId })
  if (account?.residentIdIndex && account.residentIdIndex !== residentIdIndex)
    throw problem('already_bound', { detail: '这个账号已经实名，不能换成别人的身份证号。' })
}
