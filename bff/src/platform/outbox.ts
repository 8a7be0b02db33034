import type { Clock } from './clock'
import type { FieldCrypto } from './crypto/field-crypto'
import { type Reader, type Transaction, valuesOf } from './database'
import { newId } from './ids'

export interface NewMessage {
  /** Names the handler. */
  readonly topic: string
  /** JSON; encrypted at rest. */
  readonly payload: object
  /** A second message with the same key is not taken, for a week after the first was sent. */
  readonly dedupeKey?: string
  readonly notBefore?: Date
}

export interface Outbox {
  /** Puts the messages into the transaction that makes them due: they are sent if and only if that commits, at least once. */
  enqueue(tx: Transaction, ...messages: readonly NewMessage[]): Promise<void>
}

/** Opened for the topic it was sealed for only. */
export const payloadPurpose = (topic: string): string => `outbox.payload:${topic}`

export function createOutbox({ crypto, clock }: { readonly crypto: FieldCrypto; readonly clock: Clock }): Outbox {
  const rowOf = ({ topic, payload, dedupeKey, notBefore }: NewMessage, now: Date) => {
    const sealed = crypto.seal(JSON.stringify(payload), payloadPurpose(topic))
    const due = (notBefore ?? now).toISOString()
    return [newId(now), topic, sealed, dedupeKey ?? null, 'waiting', 0, due, now.toISOString(), null]
  }
  return {
    enqueue: async (tx, ...messages) => {
      if (messages.length === 0) return
      const now = clock.now()
      await tx.sql`
        INSERT INTO outbox_messages (id, topic, payload, dedupe_key, status, attempts, due_at, created_at, last_error)
        VALUES ${valuesOf(messages.map((message) => rowOf(message, now)))}
        ON CONFLICT (dedupe_key) DO NOTHING`
    },
  }
}

/** How many messages wait, and how many were given up: for the metrics. */
export async function countOutbox(read: Reader): Promise<{ waiting: number; dead: number }> {
  const rows = await read.sql<{ status: string; messages: number }[]>`
    SELECT status, CAST(count(*) AS integer) AS messages FROM outbox_messages
    WHERE status IN ('waiting', 'dead') GROUP BY status`
  const of = (status: string): number => rows.find((row) => row.status === status)?.messages ?? 0
  return { waiting: of('waiting'), dead: of('dead') }
}

/** When the oldest of the messages that are due was put there; null when none is due. */
export async function oldestDue(read: Reader, now: Date): Promise<Date | null> {
  const [row] = await read.sql<{ oldest: string | null }[]>`
    SELECT min(created_at) AS oldest FROM outbox_messages WHERE status = 'waiting' AND due_at <= ${now.toISOString()}`
  return row?.oldest ? new Date(row.oldest) : null
}
