import { CASE_STATUS_TEXT, isFinalCaseStatus, nextStepOf } from '@one-visit/shared/progress/rules'
import type { Transaction } from '../../platform/database'
import type { Logger } from '../../platform/logger'
import type { Outbox } from '../../platform/outbox'
import { presentCase } from './case-presenter'
import type { FollowDeps } from './follow-case'
import { Follow } from './follow.entity'
import { openProgress, sealProgress, type KnownProgress } from './follow-presenter'
import { fetchTarget, openTarget } from './follow-target'
import { nextCheckAfter } from './poll-schedule'

export type PollerDeps = FollowDeps & { readonly outbox: Pick<Outbox, 'enqueue'>; readonly log: Logger }

/** Cases asked after in one run, and how many at a time: the departments' own limits stand behind this in the gateway. */
const BATCH = 100
const AT_ONCE = 4

/** Asks after every followed case that is due; a change is written down together with the one message it makes. */
export async function pollFollows(deps: PollerDeps, signal: AbortSignal): Promise<void> {
  const queue = await claimDue(deps)
  const worker = async (): Promise<void> => {
    for (let follow = queue.shift(); follow && !signal.aborted; follow = queue.shift()) await pollOne(deps, follow)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Claiming moves the next check on, so that neither a crash nor a second process asks twice. */
async function claimDue({ database, clock }: PollerDeps): Promise<Follow[]> {
  const now = clock.now()
  const rows = await database.read
    .createQueryBuilder(Follow, 'follow')
    .where('follow.nextCheckAt <= :now', { now: now.toISOString() })
    .orderBy('follow.nextCheckAt')
    .limit(BATCH)
    .getMany()
  const claimed: Follow[] = []
  await database.inTransaction(async (tx) => {
    for (const row of rows) {
      const next = nextCheckAfter(now, row.quietChecks + 1)
      const { affected } = await tx.update(
        Follow,
        { id: row.id, nextCheckAt: row.nextCheckAt },
        { nextCheckAt: next, quietChecks: row.quietChecks + 1 },
      )
      if (affected) claimed.push(row)
    }
  })
  return claimed
}

async function pollOne(deps: PollerDeps, follow: Follow): Promise<void> {
  try {
    const fetched = await fetchTarget(deps, openTarget(follow.targetSealed, deps.crypto))
    if (!fetched || fetched.stale) return
    const progress: KnownProgress = presentCase(fetched, { followId: null, followProof: null })
    const changed = changeOf(openProgress(follow, deps.crypto), progress)
    await deps.database.inTransaction((tx) =>
      changed ? recordChange(deps, tx, follow, progress) : recordQuiet(tx, follow, progress),
    )
  } catch (error) {
    // A department that is away is asked again later; the claim has already set when.
    deps.log.warn({ err: error, followId: follow.id }, 'follow not checked')
  }
}

/** Whether the department says something new. */
function changeOf(before: KnownProgress, after: KnownProgress): boolean {
  const told = ({ status, departmentWords, toDo, steps }: KnownProgress): string =>
    JSON.stringify([status, departmentWords, toDo, steps.length])
  return told(before) !== told(after)
}

async function recordQuiet(tx: Transaction, follow: Follow, progress: KnownProgress): Promise<void> {
  await tx.update(Follow, { id: follow.id }, { checkedAt: progress.asOf })
}

async function recordChange(deps: PollerDeps, tx: Transaction, follow: Follow, progress: KnownProgress): Promise<void> {
  const now = deps.clock.now()
  const { affected } = await tx.update(
    Follow,
    { id: follow.id },
    {
      progressSealed: sealProgress(progress, deps.crypto),
      status: progress.status,
      changedAt: progress.steps[0]?.at ?? now.toISOString(),
      checkedAt: progress.asOf,
      quietChecks: 0,
      nextCheckAt: isFinalCaseStatus(progress.status) ? null : nextCheckAfter(now, 0),
    },
  )
  if (!affected) return // Unfollowed while the department was being asked.
  const occasion = `case:${follow.id}:${progress.steps[0]?.at ?? progress.status}`
  await deps.outbox.enqueue(tx, {
    topic: 'case_changed',
    dedupeKey: occasion,
    payload: {
      accountId: follow.accountId,
      occasion,
      followId: follow.id,
      itemName: progress.itemName,
      statusTitle: CASE_STATUS_TEXT[progress.status].title,
      nextStep: progress.toDo ?? nextStepOf(progress),
    },
  })
}
