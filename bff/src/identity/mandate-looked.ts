import { appendAudit } from '../platform/audit'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import type { ResidentPrincipal } from '../platform/http/principal'
import { actedBy } from './acted-by'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

interface Call {
  readonly endpoint: string
  readonly requestId: string
  /** The problem with which it was refused; it was only looked at otherwise. */
  readonly refusal?: string
}

/** A screen that is left open asks again and again; the list of acts says it once in this time (ms). */
const SAID_ONCE_IN = 10 * 60_000

/**
 * Writes down what was tried under a mandate that does not name it, and what was looked at: that at most once in ten minutes for
 * each mandate and endpoint.
 */
export async function recordAct(
  { database, clock }: Deps,
  principal: ResidentPrincipal,
  { endpoint, requestId, refusal }: Call,
): Promise<void> {
  const at = clock.now()
  const isLook = refusal === undefined
  if (isLook && (await wasSaid(database, principal, endpoint, at))) return
  await database.inTransaction((tx) =>
    appendAudit(tx, {
      event: isLook ? 'looked_for_person' : 'acting_refused',
      ...actedBy(principal),
      data: isLook ? { endpoint } : { endpoint, refusal },
      requestId,
      at,
    }),
  )
}

async function wasSaid({ read }: Database, { mandate }: ResidentPrincipal, endpoint: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - SAID_ONCE_IN).toISOString()
  const [said] = await read.sql<object[]>`
    SELECT id FROM audit_records
    WHERE mandate_id = ${mandate?.id ?? null} AND event = 'looked_for_person' AND data = ${JSON.stringify({ endpoint })}
      AND at > ${since} LIMIT 1`
  return said !== undefined
}
