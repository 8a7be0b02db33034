import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Reader } from '../../platform/database'
import type { FollowState } from './case-presenter'
import { caseIndexOf, makeFollowProof, type FollowTarget } from './follow-target'

export interface FollowStateDeps {
  readonly read: Reader
  readonly crypto: FieldCrypto
  readonly now: Date
}

/** The follow of this account on this case, or the proof with which it can start one. `accountId` null: nobody is signed in. */
export async function followStateOf(
  { read, crypto, now }: FollowStateDeps,
  accountId: string | null,
  target: FollowTarget,
): Promise<FollowState> {
  const followId = accountId === null ? null : await findFollowId(read, accountId, caseIndexOf(target, crypto))
  return { followId, followProof: followId === null ? makeFollowProof(target, crypto, now) : null }
}

async function findFollowId(read: Reader, accountId: string, caseIndex: string): Promise<string | null> {
  const [follow] = await read.sql<{ id: string }[]>`
    SELECT id FROM follows WHERE account_id = ${accountId} AND case_index = ${caseIndex}`
  return follow?.id ?? null
}
