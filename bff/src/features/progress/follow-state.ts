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
 * Asked once for any number of cases: the person's follow of a case, or the proof with which they can start one; `principal` null: nobody is signed in. Neither for
 * somebody who acts for the person: a follow of their own would tell them of the case long after the mandate.
 */
export async function followStateOf(
  deps: FollowStateDeps,
  principal: ResidentPrincipal | null,
): Promise<(target: FollowTarget) => FollowState> {
  if (principal?.mandate) return () => ({ followId: null, followProof: null })
  const { crypto, now } = deps
  const follows = principal ? await findFollows(deps.read, principal.accountId) : new Map<string, string>()
  return (target) => {
    const followId = follows.get(caseIndexOf(target, crypto)) ?? null
    return { followId, followProof: followId === null ? makeFollowProof(target, crypto, now) : null }
  }
}

/** Their ids by case; a person follows few. */
async function findFollows(read: Reader, accountId: string): Promise<Map<string, string>> {
  const rows = await read.sql<{ id: string; case_index: string }[]>`
    SELECT id, case_index FROM follows WHERE account_id = ${accountId}`
  return new Map(rows.map(({ id, case_index }) => [case_index, id]))
}
