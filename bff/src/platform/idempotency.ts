import type { Clock } from './clock'
import type { FieldCrypto } from './crypto/field-crypto'
import type { Database, Transaction } from './database'
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
    if (!(await takeKey(tx, options))) return { reply: await storedReply<T>(tx, options), replayed: true }
    const reply = await work(tx)
    const sealed = options.crypto.seal(JSON.stringify({ reply }), purposeOf(options))
    await tx.sql`UPDATE idempotency_keys SET reply = ${sealed} WHERE scope = ${options.scope} AND key = ${options.key}`
    return { reply, replayed: false }
  })
}

/** On PostgreSQL a second request waits here until the first has committed. A key past its day may be used anew. */
async function takeKey(tx: Transaction, { scope, key, endpoint, requestHash, clock }: OnceOptions): Promise<boolean> {
  const now = clock.now()
  const taken = await tx.affected`
    INSERT INTO idempotency_keys (scope, key, endpoint, request_hash, reply, created_at)
    VALUES (${scope}, ${key}, ${endpoint}, ${requestHash}, '', ${now.toISOString()})
    ON CONFLICT (scope, key) DO UPDATE
      SET endpoint = excluded.endpoint, request_hash = excluded.request_hash, reply = '', created_at = excluded.created_at
      WHERE idempotency_keys.created_at < ${oldest(now)}`
  return taken === 1
}

async function storedReply<T>(tx: Transaction, options: OnceOptions): Promise<T> {
  const [row] = await tx.sql<{ endpoint: string; request_hash: string; reply: string }[]>`
    SELECT endpoint, request_hash, reply FROM idempotency_keys WHERE scope = ${options.scope} AND key = ${options.key}`
  if (row?.endpoint !== options.endpoint || row.request_hash !== options.requestHash) throw problem('idempotency_key_reused')
  return (JSON.parse(options.crypto.open(row.reply, purposeOf(options))) as { reply: T }).reply
}

const purposeOf = ({ scope, key }: OnceOptions): string => `idempotency.reply:${scope}:${key}`

const oldest = (now: Date): string => new Date(now.getTime() - KEPT_MS).toISOString()

/** Forgets the replies kept for one caller, when the account goes. */
export async function forgetReplies(tx: Transaction, scope: string): Promise<void> {
  await tx.sql`DELETE FROM idempotency_keys WHERE scope = ${scope}`
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
