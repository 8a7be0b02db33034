import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Reader } from '../../platform/database'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { FollowState } from './case-presenter'
import { caseIndexOf, makeFollowProof, type FollowTarget } from './follow-target'

export interface FollowStateDeps {
  readonly read: Reader
  readonly crypto: FieldCrypto
  readonly now: Date
}

/**
 * The person's follow of this case, or the proof with which they can start one; `principal` null: nobody is signed in. Neither for
 * somebody who acts for the person: a follow of their own would tell them of the case long after the mandate.
 */
export async function followStateOf(
  { read, crypto, now }: FollowStateDeps,
  principal: ResidentPrincipal | null,
  target: FollowTarget,
): Promise<FollowState> {
  if (principal?.mandate) return { followId: null, followProof: null }
  const followId = principal && (await findFollowId(read, principal.accountId, caseIndexOf(target, crypto)))
  return { followId, followProof: followId === null ? makeFollowProof(target, crypto, now) : null }
}

async function findFollowId(read: Reader, accountId: string, caseIndex: string): Promise<string | null> {
  const [follow] = await read.sql<{ id: string }[]>`
    SELECT id FROM follows WHERE account_id = ${accountId} AND case_index = ${caseIndex}`
  return follow?.id ?? null
}
