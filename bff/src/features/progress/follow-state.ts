import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Reader } from '../../platform/database'
import type { FollowState } from './case-presenter'
import { Follow } from './follow.entity'
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
  const follow = accountId === null ? null : await read.findOneBy(Follow, { accountId, caseIndex: caseIndexOf(target, crypto) })
  return follow
    ? { followId: follow.id, followProof: null }
    : { followId: null, followProof: makeFollowProof(target, crypto, now) }
}
