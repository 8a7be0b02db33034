import { LOOK_UP_PROOF_SECONDS } from '@one-visit/shared/progress/rules'
import type { CasesClient } from '../../departments/cases/client'
import type { DepartmentCase } from '../../departments/department-case'
import type { Fetched } from '../../departments/gateway'
import type { PoliceClient } from '../../departments/police/client'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import { problem } from '../../platform/errors'
import { sensitive } from '../../platform/sensitive'

/** Where a followed case is asked after. General cases have a token of their own; police cases are found among the person's. */
export type FollowTarget =
  | { readonly kind: 'general'; readonly caseNumber: string; readonly queryToken: string }
  | { readonly kind: 'id_card' | 'exit_entry'; readonly caseNumber: string; readonly residentId: string; readonly owner: string }

export interface TargetDeps {
  readonly police: PoliceClient
  readonly cases: CasesClient
}

/** Asks the department that has the case; null when it does not know it any more. */
export async function fetchTarget(deps: TargetDeps, target: FollowTarget): Promise<Fetched<DepartmentCase> | null> {
  if (target.kind === 'general') {
    const found = await deps.cases.caseByToken(target.caseNumber, sensitive(target.queryToken))
    return found.value ? { ...found, value: found.value } : null
  }
  const person = { residentId: sensitive(target.residentId), owner: target.owner }
  const list =
    target.kind === 'id_card' ? await deps.police.idCardApplications(person) : await deps.police.exitEntryApplications(person)
  const value = list.value.find((one) => one.caseNumber === target.caseNumber)
  return value ? { ...list, value } : null
}

const PROOF = 'progress.follow_proof'
export const TARGET_PURPOSE = 'progress.follow_target'

export function sealTarget(target: FollowTarget, crypto: FieldCrypto): string {
  return crypto.seal(JSON.stringify(target), TARGET_PURPOSE)
}

export function openTarget(sealed: string, crypto: FieldCrypto): FollowTarget {
  return JSON.parse(crypto.open(sealed, TARGET_PURPOSE)) as FollowTarget
}

/** Proves for 30 minutes that whoever holds it has seen this case with its secret; opaque to the app. */
export function makeFollowProof(target: FollowTarget, crypto: FieldCrypto, now: Date): string {
  return crypto.seal(JSON.stringify({ target, until: now.getTime() + LOOK_UP_PROOF_SECONDS * 1000 }), PROOF)
}

/** Throws `case_not_found` for a proof that is too old or was not made here: the person looks the case up again. */
export function readFollowProof(proof: string, crypto: FieldCrypto, now: Date): FollowTarget {
  const opened = openProof(proof, crypto)
  if (!opened || opened.until < now.getTime()) throw problem('case_not_found', { detail: '查询结果已过期，请重新查一次再关注。' })
  return opened.target
}

function openProof(proof: string, crypto: FieldCrypto): { target: FollowTarget; until: number } | null {
  try {
    return JSON.parse(crypto.open(proof, PROOF)) as { target: FollowTarget; until: number }
  } catch {
    return null
  }
}

/** Names a case in the database without revealing its number. */
export function caseIndexOf(target: Pick<FollowTarget, 'kind' | 'caseNumber'>, crypto: FieldCrypto): string {
  return crypto.blindIndex(`${target.kind}:${target.caseNumber}`, 'progress.case')
}
