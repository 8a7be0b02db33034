import { Account } from '../../identity/account.entity'
import type { AccountDataPart } from '../../identity/account-data'
import { replyScopesOf } from '../../identity/reply-scopes'
import { Session } from '../../identity/session.entity'
import type { Transaction } from '../../platform/database'
import { forgetReplies } from '../../platform/idempotency'

/** Somebody who is signed in has proven to be the person of this number. */
interface Claim {
  readonly accountId: string
  readonly sessionId: string
  readonly residentIdIndex: string
}

type SignInMethods = Pick<
  Account,
  'phoneSealed' | 'phoneIndex' | 'wechatSealed' | 'wechatIndex' | 'provincialIndex' | 'privacyVersion'
>

/**
 * Hands the account that staff made for this person over to them: the ways to sign in, the sessions and what they have kept so far
 * move to it, and their own account goes. Answers with its id; null when there is no such account, or the claimant's own
 * has a real name. Of two who claim it at once one gets it.
 */
export async function claimCounterMadeAccount(
  tx: Transaction,
  claim: Claim,
  parts: readonly AccountDataPart[],
): Promise<string | null> {
  const { accountId, residentIdIndex } = claim
  const own = await readOwn(tx, accountId)
  if (!own) return findAlreadyClaimed(tx, claim)
  const [claimed] = await tx.sql<{ id: string }[]>`
    UPDATE accounts SET counter_made = 0
    WHERE resident_id_index = ${residentIdIndex} AND counter_made = 1 AND id <> ${accountId} RETURNING id`
  if (!claimed) return null
  await tx.update(Account, { id: accountId }, { phoneIndex: null, wechatIndex: null, provincialIndex: null })
  await tx.update(Account, { id: claimed.id }, own)
  await tx.update(Session, { subjectKind: 'resident', subjectId: accountId }, { subjectId: claimed.id })
  const scopes = await replyScopesOf(tx, accountId)
  for (const part of parts) await part.move(tx, accountId, claimed.id)
  await forgetReplies(tx, scopes)
  await tx.delete(Account, { id: accountId })
  return claimed.id
}

/** The claimant's row, kept from changing: the update changes nothing. */
async function readOwn(tx: Transaction, accountId: string): Promise<SignInMethods | null> {
  const [own] = await tx.sql<SignInMethods[]>`
    UPDATE accounts SET privacy_version = privacy_version WHERE id = ${accountId} AND resident_id_index IS NULL
    RETURNING phone_sealed AS "phoneSealed", phone_index AS "phoneIndex", wechat_sealed AS "wechatSealed",
      wechat_index AS "wechatIndex", provincial_index AS "provincialIndex", privacy_version AS "privacyVersion"`
  return own ?? null
}

/** A second tap, while the first moved the session. */
async function findAlreadyClaimed(tx: Transaction, { sessionId, residentIdIndex }: Claim): Promise<string | null> {
  const [account] = await tx.sql<{ id: string }[]>`
    SELECT a.id FROM sessions s JOIN accounts a ON a.id = s.subject_id AND s.subject_kind = 'resident'
    WHERE s.id = ${sessionId} AND a.resident_id_index = ${residentIdIndex}`
  return account?.id ?? null
}
