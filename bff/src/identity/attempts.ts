import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import { problem } from '../platform/errors'
import { Attempt } from './attempt.entity'

/** How many failures are free, how long the first pause is, and how long the longest, in seconds. */
export interface AttemptPolicy {
  readonly free: number
  readonly firstPause: number
  readonly longestPause: number
}

export const ATTEMPT_POLICIES = {
  /** A six-digit code: 5 guesses in a million, then pauses that double. */
  code: { free: 5, firstPause: 60, longestPause: 86_400 },
  /** Codes sent to one phone that nobody entered: enough for a bad day, too few to pester a stranger with. */
  sms_sent: { free: 10, firstPause: 3_600, longestPause: 86_400 },
  password: { free: 5, firstPause: 60, longestPause: 3_600 },
  real_name: { free: 5, firstPause: 600, longestPause: 86_400 },
  /** Names and numbers of others, right or wrong: enough for a whole family, too few to try names on numbers. */
  family_name: { free: 12, firstPause: 600, longestPause: 86_400 },
  /** A code of 50 bits, of which a hundred may hold at a time: slips are free, trying is hopeless. */
  presentation_code: { free: 10, firstPause: 60, longestPause: 3_600 },
  /** Case passwords may be short and the last four digits are only ten thousand: pauses start early and grow. */
  case_secret: { free: 5, firstPause: 300, longestPause: 86_400 },
  /** Numbers of mandates that one member of staff mistypes, whichever they are. */
  mandate_number: { free: 10, firstPause: 60, longestPause: 3_600 },
} as const satisfies Record<string, AttemptPolicy>

/** Failures older than this are forgotten. */
const FORGET_SECONDS = 86_400

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** The pause after so many failures, in seconds; 0 while failures are free. */
export function pauseAfter(failures: number, policy: AttemptPolicy): number {
  if (failures < policy.free) return 0
  return Math.min(policy.firstPause * 2 ** (failures - policy.free), policy.longestPause)
}

/** Throws `too_many_attempts` while a pause lasts. */
async function requireNotPaused({ database, clock }: Deps, key: string): Promise<void> {
  const row = await database.read.findOneBy(Attempt, { key })
  if (!row?.blockedUntil) return
  const left = (Date.parse(row.blockedUntil) - clock.now().getTime()) / 1000
  if (left > 0) throw problem('too_many_attempts', { retryAfter: Math.ceil(left) })
}

/** The pause that a try brought with it, should it be wrong; null: none. */
type OwnPause = string | null

/** Counts one try before its outcome is known, so that parallel guesses cannot outrun the count. */
async function countTry({ database, clock }: Deps, key: string, policy: AttemptPolicy): Promise<OwnPause> {
  const now = clock.now()
  const forget = new Date(now.getTime() - FORGET_SECONDS * 1000).toISOString()
  const counted = await database.inTransaction(async (tx) => {
    const [row] = await tx.sql<{ failures: number; blocked_until: string | null }[]>`
      INSERT INTO attempts (key, failures, blocked_until, updated_at) VALUES (${key}, 1, NULL, ${now.toISOString()})
      ON CONFLICT (key) DO UPDATE SET
        failures = CASE WHEN attempts.updated_at < ${forget} THEN 1 ELSE attempts.failures + 1 END,
        updated_at = excluded.updated_at
      RETURNING failures, blocked_until`
    if (!row) throw new Error('attempt row not returned')
    const pause = pauseAfter(row.failures, policy)
    if (row.blocked_until && row.blocked_until > now.toISOString()) return { over: row.blocked_until, pause: null }
    const until = pause > 0 ? new Date(now.getTime() + pause * 1000).toISOString() : null
    await tx.affected`UPDATE attempts SET blocked_until = ${until} WHERE key = ${key}`
    return { over: null, pause: until }
  })
  if (counted.over)
    throw problem('too_many_attempts', { retryAfter: Math.ceil((Date.parse(counted.over) - now.getTime()) / 1000) })
  return counted.pause
}

/** Starts the count of a key anew. */
export async function forgetTries({ database }: Deps, key: string): Promise<void> {
  await database.inTransaction((tx) => tx.delete(Attempt, { key }))
}

/**
 * Does something under a key that may be done so often only: refuses while paused, and counts before it is done. A thrown error is
 * no try: its count is returned.
 */
export async function countedTry<T>(deps: Deps, key: string, policy: AttemptPolicy, work: () => Promise<T>): Promise<T> {
  await requireNotPaused(deps, key)
  const pause = await countTry(deps, key, policy)
  try {
    return await work()
  } catch (error) {
    await forgetOneTry(deps, key, pause)
    throw error
  }
}

/** Runs a check of a secret as a counted try, and forgets the tries when it is right. `check` answers null for a wrong secret. */
export async function checkSecret<T>(
  deps: Deps,
  key: string,
  policy: AttemptPolicy,
  check: () => Promise<T | null>,
): Promise<T | null> {
  const outcome = await countedTry(deps, key, policy, check)
  if (outcome !== null) await forgetTries(deps, key)
  return outcome
}

/** The pause of another try, which was wrong meanwhile, stays. */
async function forgetOneTry({ database }: Deps, key: string, pause: OwnPause): Promise<void> {
  await database.inTransaction(async (tx) => {
    await tx.affected`
      UPDATE attempts SET failures = failures - 1, blocked_until = CASE WHEN blocked_until = ${pause} THEN NULL ELSE blocked_until END
      WHERE key = ${key} AND failures > 0`
  })
}
