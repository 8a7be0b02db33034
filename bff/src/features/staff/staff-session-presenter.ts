import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import type { Session } from '../../identity/session.entity'
import type { StaffMember } from '../../identity/staff-member.entity'
import type { CountyPack } from '../../platform/county-pack'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'

/** An office that the pack no longer has is shown by its id. */
export function presentStaffSession(
  session: Session,
  member: StaffMember,
  { crypto, pack }: { readonly crypto: FieldCrypto; readonly pack: CountyPack },
): StaffSessionDto {
  const office = pack.offices.find(({ id }) => id === member.officeId)
  return {
    id: session.id,
    staffId: member.id,
    name: crypto.open(member.nameSealed, 'staff.name'),
    role: member.role,
    office: office?.name ?? member.officeId,
    idleExpiresAt: session.idleExpiresAt,
    absoluteExpiresAt: session.absoluteExpiresAt,
  }
}
