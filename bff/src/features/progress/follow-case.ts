import type { CaseProgressDto, FollowDto, FollowListDto, UnfollowedDto } from '@one-visit/shared/progress/contract'
import { FOLLOW_LIMIT, isFinalCaseStatus } from '@one-visit/shared/progress/rules'
import { actedBy } from '../../identity/acted-by'
import { appendAudit } from '../../platform/audit'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database, Transaction } from '../../platform/database'
import { Problem, problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { newId } from '../../platform/ids'
import { presentCase } from './case-presenter'
import { Follow } from './follow.entity'
import { openProgress, presentFollow, sealProgress } from './follow-presenter'
import {
  caseIndexOf,
  fetchTarget,
  makeFollowProof,
  openTarget,
  readFollowProof,
  sealTarget,
  type FollowTarget,
  type TargetDeps,
} from './follow-target'
import { nextCheckAfter } from './poll-schedule'

export type FollowDeps = TargetDeps & { readonly database: Database; readonly clock: Clock; readonly crypto: FieldCrypto }

/** Follows the case that the proof stands for; following twice is the same follow. Throws `follow_limit_reached`. */
export async function followCase(
  deps: FollowDeps,
  principal: ResidentPrincipal,
  proof: string,
  once: Once,
  requestId: string,
): Promise<FollowDto> {
  const now = deps.clock.now()
  const target = readFollowProof(proof, deps.crypto, now)
  const row = await newFollow(deps, principal.accountId, target, now)
  return once(async (tx) => {
    await requireRoom(tx, principal.accountId, row.caseIndex)
    await tx.createQueryBuilder().insert().into(Follow).values(row).orIgnore().execute()
    const follow = await tx.findOneByOrFail(Follow, { accountId: principal.accountId, caseIndex: row.caseIndex })
    await appendAudit(tx, { ...byResident(principal, requestId), event: 'case_followed', subject: follow.id, at: now })
    return presentFollow(follow, deps.crypto)
  })
}

async function newFollow(deps: FollowDeps, accountId: string, target: FollowTarget, now: Date): Promise<Follow> {
  const fetched = await fetchTarget(deps, target)
  if (!fetched) throw problem('case_not_found')
  const progress = presentCase(fetched, { followId: null, followProof: null })
  const at = now.toISOString()
  return {
    id: newId(now),
    accountId,
    caseIndex: caseIndexOf(target, deps.crypto),
    targetSealed: sealTarget(target, deps.crypto),
    progressSealed: sealProgress(progress, deps.crypto),
    status: progress.status,
    changedAt: progress.steps[0]?.at ?? at,
    checkedAt: progress.asOf,
    nextCheckAt: isFinalCaseStatus(progress.status) ? null : nextCheckAfter(now, 0),
    quietChecks: 0,
    createdAt: at,
  }
}

async function requireRoom(tx: Transaction, accountId: string, caseIndex: string): Promise<void> {
  const others = await tx.findBy(Follow, { accountId })
  if (others.length >= FOLLOW_LIMIT && !others.some((one) => one.caseIndex === caseIndex)) throw problem('follow_limit_reached')
}

/** The cases this person follows, changed last first. */
export async function listFollows(deps: FollowDeps, principal: ResidentPrincipal): Promise<FollowListDto> {
  const rows = await deps.database.read.find(Follow, { where: { accountId: principal.accountId }, order: { changedAt: 'DESC' } })
  return { items: rows.map((row) => presentFollow(row, deps.crypto)) }
}

/** How far a followed case is now; with the department away, the last answer seen, marked stale. */
export async function viewFollow(deps: FollowDeps, principal: ResidentPrincipal, id: string): Promise<CaseProgressDto> {
  const follow = await deps.database.read.findOneBy(Follow, { id, accountId: principal.accountId })
  if (!follow) throw problem('not_found')
  const state = { followId: follow.id, followProof: null }
  try {
    const fetched = await fetchTarget(deps, openTarget(follow.targetSealed, deps.crypto))
    if (fetched) return presentCase(fetched, state)
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('department_')) throw error
  }
  return { ...openProgress(follow, deps.crypto), asOf: follow.checkedAt, stale: true, ...state }
}

/** Stops following, and answers with what undoes it; `not_found` when it is not one of this person's. */
export async function unfollowCase(
  deps: FollowDeps,
  principal: ResidentPrincipal,
  id: string,
  requestId: string,
): Promise<UnfollowedDto> {
  const now = deps.clock.now()
  const follow = await deps.database.read.findOneBy(Follow, { id, accountId: principal.accountId })
  if (!follow) throw problem('not_found')
  await deps.database.inTransaction(async (tx) => {
    const { affected } = await tx.delete(Follow, { id, accountId: principal.accountId })
    if (!affected) throw problem('not_found')
    await appendAudit(tx, { ...byResident(principal, requestId), event: 'case_unfollowed', subject: id, at: now })
  })
  return { followProof: makeFollowProof(openTarget(follow.targetSealed, deps.crypto), deps.crypto, now) }
}

const byResident = (principal: ResidentPrincipal, requestId: string) => ({
  ...actedBy(principal),
  requestId,
})
