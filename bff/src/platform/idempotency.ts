import type { Clock } from './clock'
import type { FieldCrypto } from './crypto/field-crypto'
import { type Database, listOf, type Transaction, valuesOf } from './database'
import { problem } from './errors'
import type { Job } from './jobs'

export interface OnceOptions {
  /** The caller's account or session. */
  readonly scope: string
  readonly key: string
  /** `POST /v1/appointments` */
  readonly endpoint: string
  /** A hash of what was sent. */
  readonly requestHash: string
  readonly clock: Clock
  readonly crypto: FieldCrypto
}

/** The key says whether the work was done. */
export const REPEATABLE = { repeatable: true } as const

const KEPT_MS = 24 * 60 * 60_000

/**
 * Runs `work` once for this key: the key, the work and the stored reply are one transaction, so that of parallel or repeated
 * requests one takes effect and all get its reply (which must be JSON). A refusal is not kept: it may be tried again.
 * Throws `idempotency_key_reused` when the key came with another request before.
 */
export function runOnce<T>(
  database: Database,
  options: OnceOptions,
  work: (tx: Transaction) => Promise<T>,
): Promise<{ reply: T; replayed: boolean }> {
  return database.inTransaction(async (tx) => {
    const [isNew] = await takeKeys(tx, [options])
    if (isNew !== true) return { reply: await storedReply<T>(tx, options), replayed: true }
    const reply = await work(tx)
    await keepReplies(tx, [{ options, reply }])
    return { reply, replayed: false }
  }, REPEATABLE)
}

export const keyOf = ({ scope, key }: Pick<OnceOptions, 'scope' | 'key'>): string => `${scope} ${key}`

/**
 * Whether each key is new; no key may stand in the list twice. On PostgreSQL a second request waits here until the first has
 * committed; in the order of the keys, so that two lists never wait for each other. A key past its day may be used anew.
 */
export async function takeKeys(tx: Transaction, all: readonly OnceOptions[]): Promise<boolean[]> {
  const inOrder = [...all].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const rows = inOrder.map(({ scope, key, endpoint, requestHash, clock }) => {
    return [scope, key, endpoint, requestHash, '', clock.now().toISOString()]
  })
  const taken = await tx.sql<{ scope: string; key: string }[]>`
    INSERT INTO idempotency_keys (scope, key, endpoint, request_hash, reply, created_at)
    VALUES ${valuesOf(rows)}
    ON CONFLICT (scope, key) DO UPDATE
      SET endpoint = excluded.endpoint, request_hash = excluded.request_hash, reply = '', created_at = excluded.created_at
      WHERE idempotency_keys.created_at < ${oldest(all[0]?.clock.now() ?? new Date(0))}
    RETURNING scope, key`
  const isNew = new Set(taken.map(keyOf))
  return all.map((options) => isNew.has(keyOf(options)))
}

/** Keeps the replies of keys that were new. */
export async function keepReplies(
  tx: Transaction,
  replies: readonly { readonly options: OnceOptions; readonly reply: unknown }[],
): Promise<void> {
  if (replies.length === 0) return
  const rows = replies.map(({ options, reply }) => {
    return [options.scope, options.key, options.crypto.seal(JSON.stringify({ reply }), purposeOf(options))]
  })
  await tx.sql`
    UPDATE idempotency_keys SET reply = kept.column3 FROM (VALUES ${valuesOf(rows)}) AS kept
    WHERE scope = kept.column1 AND key = kept.column2`
}

/** Gives keys back whose request was refused: it may be tried again. */
export async function forgetKeys(tx: Transaction, refused: readonly OnceOptions[]): Promise<void> {
  if (refused.length === 0) return
  await tx.sql`
    DELETE FROM idempotency_keys WHERE (scope, key) IN (VALUES ${valuesOf(refused.map(({ scope, key }) => [scope, key]))})`
}

/** What the first request with this key was answered; throws `idempotency_key_reused` when it was another request. */
export async function storedReply<T>(tx: Transaction, options: OnceOptions): Promise<T> {
  const [row] = await tx.sql<{ endpoint: string; request_hash: string; reply: string }[]>`
    SELECT endpoint, request_hash, reply FROM idempotency_keys WHERE scope = ${options.scope} AND key = ${options.key}`
  if (row?.endpoint !== options.endpoint || row.request_hash !== options.requestHash) throw problem('idempotency_key_reused')
  return (JSON.parse(options.crypto.open(row.reply, purposeOf(options))) as { reply: T }).reply
}

const purposeOf = ({ scope, key }: OnceOptions): string => `idempotency.reply:${scope}:${key}`

const oldest = (now: Date): string => new Date(now.getTime() - KEPT_MS).toISOString()

/** Forgets the replies kept for callers (`scopeOf` in http/once.ts), at least one, when the account goes. */
export async function forgetReplies(tx: Transaction, scopes: readonly string[]): Promise<void> {
  await tx.sql`DELETE FROM idempotency_keys WHERE scope IN ${listOf(scopes)}`
}

/** Each ten minutes, forgets the keys that are a day old. */
export function purgeIdempotencyKeysJob({ database, clock }: { database: Database; clock: Clock }): Job {
  return {
    name: 'idempotency-purge',
    everyMs: 10 * 60_000,
    run: () =>
      database.inTransaction(async (tx) => {
        await tx.sql`DELETE FROM idempotency_keys WHERE created_at < ${oldest(clock.now())}`
      }),
  }
}
