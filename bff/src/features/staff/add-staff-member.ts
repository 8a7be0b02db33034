import {
  type FirstCredentials,
  insertStaffMember,
  type NewStaffMember,
  prepareStaffMember,
} from '../../identity/new-staff-member'
import { appendAudit } from '../../platform/audit'
import type { StaffDeps } from './staff-sign-in'

/** Adds a member of staff with a random password and TOTP secret; null when the username is taken. */
export async function addStaffMember(deps: StaffDeps, input: NewStaffMember): Promise<FirstCredentials | null> {
  const { member, first } = await prepareStaffMember(deps, input)
  const added = await deps.database.inTransaction(async (tx) => {
    if (!(await insertStaffMember(tx, member))) return false
    await appendAudit(tx, {
      event: 'staff_added',
      actor: { kind: 'system', id: null },
      subject: member.id,
      data: { role: input.role },
      at: deps.clock.now(),
    })
    return true
  })
  return added ? first : null
}
