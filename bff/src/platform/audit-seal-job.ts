import { type AuditRow, CHAIN_START, idsFrom, sealHash } from './audit-chain'
import type { Clock } from './clock'
import type { Database, Transaction } from './database'
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
      const since = full ? '' : idsFrom(new Date(now - LOOK_BACK_MS))
      while (!signal.aborted && (await sealSome(database, since)) === BATCH);
      if (full) nextFullLook = now + FULL_LOOK_EVERY_MS
    },
  }
}

/** Seals up to 200 records with ids from there on; hands back how many. Two at once cannot both commit: `seq` is unique. */
async function sealSome(database: Database, since: string): Promise<number> {
  const rows = await database.read.sql<AuditRow[]>`
    SELECT r.* FROM audit_records r LEFT JOIN audit_seals s ON s.record_id = r.id
    WHERE r.id >= ${since} AND s.record_id IS NULL ORDER BY r.id LIMIT ${BATCH}`
  if (rows.length > 0) await database.inTransaction((tx) => seal(tx, rows))
  return rows.length
}

async function seal(tx: Transaction, rows: readonly AuditRow[]): Promise<void> {
  const [head] = await tx.sql<{ seq: number; hash: string }[]>`SELECT seq, hash FROM audit_seals ORDER BY seq DESC LIMIT 1`
  let { seq, hash } = head ?? { seq: 0, hash: CHAIN_START }
  for (const row of rows) {
    seq += 1
    hash = sealHash(hash, row)
    await tx.sql`INSERT INTO audit_seals (seq, record_id, hash) VALUES (${seq}, ${row.id}, ${hash})`
  }
}
