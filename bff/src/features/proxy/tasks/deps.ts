import type { PoliceClient } from '../../../departments/police/client'
import type { AuditEntry } from '../../../platform/audit'
import type { Clock } from '../../../platform/clock'
import type { CountyPack } from '../../../platform/county-pack'
import type { FieldCrypto } from '../../../platform/crypto/field-crypto'
import type { Database } from '../../../platform/database'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { Outbox } from '../../../platform/outbox'

export interface TaskDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly pack: CountyPack
  readonly outbox: Outbox
  readonly police: PoliceClient
}

/** Who of the staff does something, in which request. */
export interface TaskAct {
  readonly staff: StaffPrincipal
  readonly requestId: string
  readonly at: Date
}

/** The audit's columns that say who and when. */
export function auditOf({ staff, requestId, at }: TaskAct): Pick<AuditEntry, 'actor' | 'requestId' | 'at'> {
  const kind = staff.role === 'volunteer' ? 'volunteer' : 'staff'
  return { actor: { kind, id: staff.staffId }, requestId, at }
}
