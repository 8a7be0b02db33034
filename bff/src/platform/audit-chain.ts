import { createHash } from 'node:crypto'
import type { AuditRecord } from './audit-record.entity'

/** What the first seal takes as the hash before it. */
export const CHAIN_START = '0'.repeat(64)

/** A record as the database has it. */
export interface AuditRow {
  readonly id: string
  readonly at: string
  readonly event: string
  readonly actor_kind: AuditRecord['actorKind']
  readonly actor_id: string | null
  readonly beneficiary_id: string | null
  readonly subject: string | null
  readonly data: string
  readonly request_id: string | null
  readonly mandate_id: string | null
}

/** The hash of one link. The order of the fields is part of the format: changing it breaks every chain there is. */
export function sealHash(previous: string, row: AuditRow): string {
  const fields = [
    row.id,
    row.at,
    row.event,
    row.actor_kind,
    row.actor_id,
    row.beneficiary_id,
    row.subject,
    row.data,
    row.request_id,
    // Not in the links of before there were mandates, which must keep their hash.
    ...(row.mandate_id === null ? [] : [row.mandate_id]),
  ]
  return createHash('sha256').update(previous).update('\n').update(JSON.stringify(fields)).digest('hex')
}

/** Ids made at that instant or later are not below this: a UUIDv7 starts with its milliseconds in hex. */
export function idsFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}`
}
