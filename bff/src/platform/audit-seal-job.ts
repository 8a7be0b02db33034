import { type AuditRow, CHAIN_START, idsFrom, sealHash } from './audit-chain'
import type { Clock } from './clock'
import { type Database, type Transaction, valuesOf } from './database'
import type { Job } from './jobs'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

const BATCH = 200
/**
 * Records arrive a little out of the order of their ids (a slow transaction, a clock that is behind), so each run looks back
 * this far; and over everything when a process starts, and each hour, in case one came later still.
 */
const LOOK_BACK_MS = 10 * 60_000
const FULL_LOOK_EVERY_MS = 60 * 60_000

/** Each second, adds the new audit records to the hash chain. */
export function auditSealJob({ database, clock }: Deps): Job {
  let nextFullLook = 0
  return {
    name: 'audit-seal',
    everyMs: 1_000,
    run: async (signal) => {
      const now = clock.now().getTime()
      const full = now >= nextFullLook
      if (full) {
        await lookAtAll(database, signal)
        nextFullLook = now + FULL_LOOK_EVERY_MS
      }
      await sealBetween(database, { since: idsFrom(new Date(now - LOOK_BACK_MS)) }, signal)
    },
  }
}

/** So many records at a time: on SQLite a read of a year of them would keep everybody else waiting. */
const LOOKED_AT = 1_000
/** After every id. */
const NO_END = 'g'

async function lookAtAll(database: Database, signal: AbortSignal): Promise<void> {
  for (let since = ''; !signal.aborted;) {
    const [end] = await database.read.sql<{ id: string }[]>`
      SELECT id FROM audit_records WHERE id >= ${since} ORDER BY id LIMIT 1 OFFSET ${LOOKED_AT}`
    await sealBetween(database, { since, until: end?.id ?? NO_END }, signal)
    if (!end) return
    since = end.id
    await new Promise((resolve) => setImmediate(resolve))
  }
}

interface Stretch {
  readonly since: string
  readonly until?: string
}

async function sealBetween(database: Database, stretch: Stretch, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await sealSome(database, stretch)) === BATCH);
}

/** Seals up to 200 records with ids from there to there; hands back how many. Two at once cannot both commit: `seq` is unique. */
async function sealSome(database: Database, { since, until = NO_END }: Stretch): Promise<number> {
  const rows = await database.read.sql<AuditRow[]>`
    SELECT r.* FROM audit_records r LEFT JOIN audit_seals s ON s.record_id = r.id
    WHERE r.id >= ${since} AND r.id < ${until} AND s.record_id IS NULL ORDER BY r.id LIMIT ${BATCH}`
  if (rows.length > 0) await database.inTransaction((tx) => seal(tx, rows))
  return rows.length
}

async function seal(tx: Transaction, rows: readonly AuditRow[]): Promise<void> {
  const [head] = await tx.sql<{ seq: number; hash: string }[]>`SELECT seq, hash FROM audit_seals ORDER BY seq DESC LIMIT 1`
  let { seq, hash } = head ?? { seq: 0, hash: CHAIN_START }
  const seals = rows.map((row) => {
    seq += 1
    hash = sealHash(hash, row)
    return [seq, row.id, hash]
  })
  // One statement: two hundred of them take longer than a transaction may when the machine is busy.
  await tx.sql`INSERT INTO audit_seals (seq, record_id, hash) VALUES ${valuesOf(seals)}`
}
