import type { AuditEntry } from '../../../platform/audit'
import type { StaffPrincipal } from '../../../platform/http/principal'

/** Who of the staff does something, in which request. */
export interface StaffAct {
  readonly staff: StaffPrincipal
  readonly requestId: string
  readonly at: Date
}

/** The audit's columns that say who and when. */
export function auditOf({ staff, requestId, at }: StaffAct): Pick<AuditEntry, 'actor' | 'requestId' | 'at'> {
  return { actor: { kind: 'staff', id: staff.staffId }, requestId, at }
}
