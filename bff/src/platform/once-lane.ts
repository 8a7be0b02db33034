import { createBatches, type Outcome } from './batches'
import type { Clock } from './clock'
import type { FieldCrypto } from './crypto/field-crypto'
import type { Database, Transaction } from './database'
import { forgetKeys, keepReplies, keyOf, type OnceOptions, REPEATABLE, storedReply, takeKeys } from './idempotency'

/** Whoever waits in the line longer than this would not get the answer before the app gives up (20 s). */
const LONGEST_WAIT_MS = 5_000

/** Whose key it is, and what was asked with it. */
export type OnceRequest = Omit<OnceOptions, 'clock' | 'crypto'>

/** Answers each key once, doing together what arrives together. */
export type OnceLane<Request, Reply> = (once: OnceRequest, request: Request) => Promise<{ reply: Reply; replayed: boolean }>

interface LaneOptions<Request, Reply> {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly most: number
  /**
   * One outcome for each, in their order. A refused request must leave nothing behind: the others' work is committed. May be
   * run again, like all work of a transaction.
   */
  readonly work: (tx: Transaction, requests: readonly Request[]) => Promise<readonly Outcome<Reply>[]>
}

interface Keyed<Request> {
  readonly options: OnceOptions
  readonly request: Request
}

/** `runOnce` for many requests in one transaction: for the few writes that hundreds of people fight for at once. */
export function createOnceLane<Request, Reply>(lane: LaneOptions<Request, Reply>): OnceLane<Request, Reply> {
  const { database, clock, crypto, most } = lane
  const submit = createBatches<Keyed<Request>, { reply: Reply; replayed: boolean }>({
    most,
    nameOf: ({ options }) => keyOf(options),
    longestWaitMs: LONGEST_WAIT_MS,
    run: (batch) => database.inTransaction((tx) => runBatch(tx, batch, lane), REPEATABLE),
  })
  return (once, request) => submit({ options: { ...once, clock, crypto }, request })
}

async function runBatch<Request, Reply>(
  tx: Transaction,
  batch: readonly Keyed<Request>[],
  { work }: LaneOptions<Request, Reply>,
): Promise<Outcome<{ reply: Reply; replayed: boolean }>[]> {
  const isNew = await takeKeys(
    tx,
    batch.map(({ options }) => options),
  )
  const fresh = batch.filter((_, index) => isNew[index])
  const done =
    fresh.length === 0
      ? []
      : await work(
          tx,
          fresh.map(({ request }) => request),
        )
  const outcomeOf = new Map(fresh.map((each, index) => [each, done[index]]))
  await keepReplies(
    tx,
    fresh.flatMap(({ options }, index) => {
      const outcome = done[index]
      return outcome?.ok === true ? [{ options, reply: outcome.reply }] : []
    }),
  )
  await forgetKeys(
    tx,
    fresh.flatMap(({ options }, index) => (done[index]?.ok === true ? [] : [options])),
  )
  const outcomes: Outcome<{ reply: Reply; replayed: boolean }>[] = []
  for (const each of batch) {
    const outcome = outcomeOf.get(each)
    // One after the other: a connection takes one statement at a time.
    if (!outcome) outcomes.push((await replay(tx, each.options)) as Outcome<{ reply: Reply; replayed: boolean }>)
    else outcomes.push(outcome.ok ? { ok: true, reply: { reply: outcome.reply, replayed: false } } : outcome)
  }
  return outcomes
}

/** What was answered the first time: the endpoint is part of the key, so it is a reply of the same kind. */
async function replay(tx: Transaction, options: OnceOptions): Promise<Outcome<{ reply: unknown; replayed: boolean }>> {
  try {
    return { ok: true, reply: { reply: await storedReply(tx, options), replayed: true } }
  } catch (error) {
    return { ok: false, error }
  }
}
