import type { VolunteerDto } from '@one-visit/shared/proxy/staff-contract'
import { StaffMember } from '../../../../identity/staff-member.entity'
import type { StaffPrincipal } from '../../../../platform/http/principal'
import { worksAt } from '../../works-at'
import type { TaskDeps } from '../deps'
import { presentVolunteer } from './volunteer-presenter'

/** The volunteers of the office, those who work there now first, in the order in which they came. */
export async function listVolunteers(
  deps: Pick<TaskDeps, 'database' | 'crypto' | 'pack'>,
  staff: StaffPrincipal,
): Promise<{ items: VolunteerDto[] }> {
  const members = await deps.database.read.find(StaffMember, { where: { role: 'volunteer' }, order: { id: 'ASC' } })
  const shown = members.filter(({ officeId }) => officeId !== null && worksAt(staff, officeId))
  const items = shown.map((member) => presentVolunteer(deps, member))
  return { items: [...items.filter(({ active }) => active), ...items.filter(({ active }) => !active)] }
}
