import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import type { Session } from '../../identity/session.entity'
import { SEALED_STAFF, type StaffMember } from '../../identity/staff-member.entity'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'

export function presentStaffSession(session: Session, member: StaffMember, crypto: FieldCrypto): StaffSessionDto {
  return {
    id: session.id,
    staffId: member.id,
    name: crypto.open(member.nameSealed, SEALED_STAFF.name),
    role: member.role,
    office: member.officeId,
    idleExpiresAt: session.idleExpiresAt,
    absoluteExpiresAt: session.absoluteExpiresAt,
  }
}
