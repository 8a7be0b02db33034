import { type AuditRow, CHAIN_START, sealHash } from './audit-chain'
import type { Clock } from './clock'
import type { Reader } from './database'

/** `fault` names the first thing that is wrong. Keep `head` elsewhere now and then: it shows later that nothing was cut off. */
export type AuditVerdict =
  | { readonly ok: true; readonly head: { readonly seq: number; readonly hash: string } }
  | { readonly ok: false; readonly fault: AuditFault; readonly seq: number | null; readonly recordId: string }

type AuditFault = 'seal_missing' | 'record_missing' | 'record_or_seal_altered' | 'record_unsealed'

type SealedRow = { [Field in keyof AuditRow]: AuditRow[Field] | null } & { seq: number; record_id: string; hash: string }

const BATCH = 1_000
const UNSEALED_FOR_MS = 60_000

/** Computes the whole chain again, and looks for records that nothing has sealed for a minute. Reads all, writes nothing. */
export async function verifyAudit(read: Reader, clock: Clock): Promise<AuditVerdict> {
  let head = { seq: 0, hash: CHAIN_START }
  for (;;) {
    const links = await linksAfter(read, head.seq)
    for (const link of links) {
      const fault = faultOf(link, head)
      if (fault) return { ok: false, fault, seq: fault === 'seal_missing' ? head.seq + 1 : link.seq, recordId: link.record_id }
      head = { seq: link.seq, hash: link.hash }
    }
    if (links.length < BATCH) break
  }
  const unsealed = await findUnsealed(read, clock)
  return unsealed === null ? { ok: true, head } : { ok: false, fault: 'record_unsealed', seq: null, recordId: unsealed }
}

function linksAfter(read: Reader, seq: number): Promise<SealedRow[]> {
  return read.sql<SealedRow[]>`
    SELECT s.seq, s.record_id, s.hash, r.* FROM audit_seals s LEFT JOIN audit_records r ON r.id = s.record_id
    WHERE s.seq > ${seq} ORDER BY s.seq LIMIT ${BATCH}`
}

function faultOf(link: SealedRow, head: { seq: number; hash: string }): AuditFault | null {
  if (link.seq !== head.seq + 1) return 'seal_missing'
  if (!hasRecord(link)) return 'record_missing'
  return sealHash(head.hash, link) === link.hash ? null : 'record_or_seal_altered'
}

const hasRecord = (link: SealedRow): link is SealedRow & AuditRow => link.id !== null

async function findUnsealed(read: Reader, clock: Clock): Promise<string | null> {
  const row = await oldestUnsealed(read, { since: '', before: new Date(clock.now().getTime() - UNSEALED_FOR_MS) })
  return row?.id ?? null
}

/** The oldest record with an id from `since` on and from before this instant that nothing has sealed. */
export async function oldestUnsealed(
  read: Reader,
  { since, before }: { readonly since: string; readonly before: Date },
): Promise<{ id: string; at: string } | null> {
  const [row] = await read.sql<{ id: string; at: string }[]>`
    SELECT r.id, r.at FROM audit_records r LEFT JOIN audit_seals s ON s.record_id = r.id
    WHERE r.id >= ${since} AND r.at < ${before.toISOString()} AND s.record_id IS NULL ORDER BY r.id LIMIT 1`
  return row ?? null
}
