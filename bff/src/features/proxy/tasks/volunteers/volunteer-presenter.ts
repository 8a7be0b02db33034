import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { SEALED_STAFF, type StaffMember } from '../../../../identity/staff-member.entity'
import type { TaskDeps } from '../deps'
import { presentOffice } from '../request-presenter'

/** For the office they work at, which rings them up: name and phone in full. */
export function presentVolunteer(deps: Pick<TaskDeps, 'crypto' | 'pack'>, member: StaffMember): VolunteerDto {
  const { id, name } = presentOffice(deps, member.officeId ?? '')
  return {
    id: member.id,
    name: deps.crypto.open(member.nameSealed, SEALED_STAFF.name),
    phone: member.phoneSealed === null ? null : deps.crypto.open(member.phoneSealed, SEALED_STAFF.phone),
    office: { id, name },
    username: member.username,
    active: member.leftAt === null,
    registeredAt: member.createdAt,
  }
}
