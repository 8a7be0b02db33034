import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'
import { createBatches } from './batches'
import type { Clock } from './clock'
import type { FieldCrypto } from './crypto/field-crypto'
import { type Database, listOf } from './database'
import type { Job } from './jobs'
import { payloadPurpose } from './outbox'
import { withEither } from './with-either'

export interface DeliveryMeta {
  /** The same at each attempt: what a receiver tells repeats by. */
  readonly id: string
  /** 1 at first. */
  readonly attempt: number
  /** Aborts when the process stops, or the attempt has lasted 30 s. */
  readonly signal: AbortSignal
}

/** By topic. A handler that throws is called again later; one that was cut off may be called again though it had sent. */
export type OutboxHandlers = Readonly<Record<string, (payload: unknown, meta: DeliveryMeta) => Promise<void>>>

export interface OutboxDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly logger: Pick<Logger, 'warn' | 'error'>
}

interface Claimed {
  readonly id: string
  readonly topic: string
  readonly payload: string
  readonly attempts: number
}

const BATCH = 20
/** Milliseconds between full batches, so that the messages of a busy morning leave the process to those who book. */
const PAUSE_MS = 20
const ATTEMPT_MS = 30_000
/** Longer than an attempt may last: when it is up, whoever claimed the message is gone. */
const CLAIMED_MS = 60_000
const FIRST_BACK_OFF_MS = 5_000
const LONGEST_BACK_OFF_MS = 60 * 60_000
/** With the back-off, about eight hours of trying. */
export const OUTBOX_ATTEMPTS = 17
const SENT_KEPT_MS = 7 * 24 * 60 * 60_000

/** Each second, delivers what is due; also forgets what was sent a week ago. */
export function outboxJob(deps: OutboxDeps, handlers: OutboxHandlers): Job {
  return {
    name: 'outbox',
    everyMs: 1_000,
    run: async (signal) => {
      await deliverOutbox(deps, handlers, signal)
      await purgeSent(deps)
    },
  }
}

/** Delivers all that is due, 20 at a time. */
export async function deliverOutbox(deps: OutboxDeps, handlers: OutboxHandlers, signal: AbortSignal): Promise<void> {
  const markSent = sentMarker(deps)
  while (!signal.aborted) {
    const claimed = await claim(deps)
    await Promise.all(claimed.map((message) => deliver({ ...deps, markSent }, handlers, message, signal)))
    if (claimed.length < BATCH) return
    await sleep(PAUSE_MS)
  }
}

/** Marks together what was sent at the same moment, and nothing later than that: what is not marked is sent again. */
function sentMarker({ database, clock }: OutboxDeps): (id: string) => Promise<void> {
  return createBatches({
    most: BATCH,
    nameOf: (id) => id,
    run: (ids) =>
      database.inTransaction(async (tx) => {
        await tx.affected`
          UPDATE outbox_messages SET status = 'sent', payload = '', last_error = NULL, due_at = ${clock.now().toISOString()}
          WHERE id IN ${listOf(ids)}`
        return ids.map(() => ({ ok: true as const, reply: undefined }))
      }),
  })
}

/** Moves what it takes ahead, which is what keeps others from taking it: on PostgreSQL they look again after waiting. */
async function claim({ database, clock }: OutboxDeps): Promise<Claimed[]> {
  const now = clock.now()
  const claimedUntil = new Date(now.getTime() + CLAIMED_MS).toISOString()
  const due = await database.read.sql<{ id: string }[]>`
    SELECT id FROM outbox_messages WHERE status = 'waiting' AND due_at <= ${now.toISOString()} LIMIT 1`
  if (due.length === 0) return []
  return database.inTransaction(
    (tx) => tx.sql<Claimed[]>`
      UPDATE outbox_messages SET attempts = attempts + 1, due_at = ${claimedUntil}
      WHERE status = 'waiting' AND due_at <= ${now.toISOString()} AND id IN (
        SELECT id FROM outbox_messages WHERE status = 'waiting' AND due_at <= ${now.toISOString()} ORDER BY due_at, id LIMIT ${BATCH})
      RETURNING id, topic, payload, attempts`,
  )
}

type Delivering = OutboxDeps & { readonly markSent: (id: string) => Promise<void> }

async function deliver(deps: Delivering, handlers: OutboxHandlers, message: Claimed, stopping: AbortSignal): Promise<void> {
  const { id, topic, attempts: attempt } = message
  try {
    const handler = handlers[topic]
    if (!handler) throw new Error(`There is no handler for topic ${topic}.`)
    const payload: unknown = JSON.parse(deps.crypto.open(message.payload, payloadPurpose(topic)))
    const limits = [stopping, AbortSignal.timeout(ATTEMPT_MS)]
    await withEither(limits, (signal) => handler(payload, { id, attempt, signal }))
  } catch (error) {
    await putBack(deps, message, error)
    return
  }
  await deps.markSent(id)
}

async function putBack({ database, clock, logger }: OutboxDeps, message: Claimed, error: unknown): Promise<void> {
  const { id, topic, attempts } = message
  const dead = attempts >= OUTBOX_ATTEMPTS
  const details = { err: error, id, topic, attempts }
  if (dead) logger.error(details, 'a message was given up')
  else logger.warn(details, 'a message was not delivered and will be tried again')
  const due = new Date(clock.now().getTime() + backOffMs(attempts)).toISOString()
  // Unless another process has it by now: its attempt counts.
  await database.inTransaction(
    (tx) => tx.affected`
      UPDATE outbox_messages SET status = ${dead ? 'dead' : 'waiting'}, due_at = ${due},
        last_error = ${error instanceof Error ? error.name : 'unknown'}
      WHERE id = ${id} AND attempts = ${attempts} AND status = 'waiting'`,
  )
}

function backOffMs(attempts: number): number {
  return Math.min(FIRST_BACK_OFF_MS * 2 ** (attempts - 1), LONGEST_BACK_OFF_MS) * (0.8 + Math.random() * 0.2)
}

async function purgeSent({ database, clock }: OutboxDeps): Promise<void> {
  const before = new Date(clock.now().getTime() - SENT_KEPT_MS).toISOString()
  const [old] = await database.read.sql<{ id: string }[]>`
    SELECT id FROM outbox_messages WHERE status = 'sent' AND due_at < ${before} LIMIT 1`
  if (!old) return
  await database.inTransaction((tx) => tx.affected`DELETE FROM outbox_messages WHERE status = 'sent' AND due_at < ${before}`)
}
