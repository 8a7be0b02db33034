import type { AuditActorKind } from './audit-record.entity'
import { type Transaction, valuesOf } from './database'
import { newId } from './ids'

export interface AuditEntry {
  /** snake_case, past tense: `appointment_booked`. */
  readonly event: string
  /** Who did it; a resident or a member of staff by id. */
  readonly actor: { readonly kind: AuditActorKind; readonly id: string | null }
  /** For whom it was done: they may read it. */
  readonly beneficiaryId?: string | null
  /** The id of what it was done to. */
  readonly subject?: string | null
  /** Facts worth keeping. Never personal data: a record cannot be deleted, not even with its account. */
  readonly data?: Readonly<Record<string, string>>
  readonly requestId?: string | undefined
  /** The mandate under which it was done. */
  readonly mandateId?: string | null
  readonly at: Date
}

/**
 * Writes down what was done, in the transaction that does it. The record joins the hash chain a moment later, when the
 * sealing job runs: chaining here would make every writer of a PostgreSQL database wait for the one before.
 */
export async function appendAudit(tx: Transaction, entry: AuditEntry): Promise<void> {
  await appendAudits(tx, [entry])
}

/**
 * Many at once, in one statement; none is fine. What was done under a mandate is queued in the same transaction, to be told to
 * the person: an endpoint that writes its record cannot forget to tell.
 */
export async function appendAudits(tx: Transaction, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(rowOf)
  await tx.sql`
    INSERT INTO audit_records (id, at, event, actor_kind, actor_id, beneficiary_id, subject, data, request_id, mandate_id)
    VALUES ${valuesOf(rows)}`
  const acts = rows.filter((_, index) => entries[index]?.mandateId)
  if (acts.length === 0) return
  await tx.sql`INSERT INTO acts_to_tell (record_id) VALUES ${valuesOf(acts.map(([id = null]) => [id]))}`
}

function rowOf(entry: AuditEntry) {
  const data = Object.fromEntries(Object.entries(entry.data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
  const who = [entry.actor.kind, entry.actor.id, entry.beneficiaryId ?? null]
  return [
    ...[newId(entry.at), entry.at.toISOString(), entry.event, ...who],
    ...[entry.subject ?? null, JSON.stringify(data), entry.requestId ?? null, entry.mandateId ?? null],
  ]
}
