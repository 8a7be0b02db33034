import type { StaffPrincipal } from '../../platform/http/principal'

/** Volunteers and clerks work at their own office, and nowhere without one; a supervisor without one, at all of the county. */
export function worksAt({ role, officeId }: StaffPrincipal, office: string): boolean {
  return officeId === null ? role === 'supervisor' : officeId === office
}
