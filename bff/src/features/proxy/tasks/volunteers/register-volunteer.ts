import type { z } from 'zod'
import type { RegisteredVolunteerDto, RegisterVolunteerInput } from '@one-visit/shared/proxy/schemas'
import { insertStaffMember, prepareStaffMember } from '../../../../identity/new-staff-member'
import { appendAudit } from '../../../../platform/audit'
import { problem } from '../../../../platform/errors'
import type { Once } from '../../../../platform/http/handler-types'
import { auditOf, type TaskAct, type TaskDeps } from '../deps'
import { requireRealName } from '../real-name'
import { requireOffice } from '../task-policy'
import { presentVolunteer } from './volunteer-presenter'

/**
 * A supervisor who has seen the ID card registers a volunteer for an office. Throws `real_name_mismatch`, `username_taken`,
 * `not_allowed` for another office, and the department problems.
 */
export async function registerVolunteer(
  deps: TaskDeps,
  act: TaskAct,
  input: z.output<typeof RegisterVolunteerInput>,
  once: Once,
): Promise<z.output<typeof RegisteredVolunteerDto>> {
  const { name, username, office: officeId, residentId, phone } = input
  requireOffice(deps.pack, act.staff, officeId)
  await requireRealName(deps, input, '')
  const { member, first } = await prepareStaffMember(deps, {
    ...{ username, name, role: 'volunteer', officeId },
    card: { residentId, phone },
  })
  return once(async (tx) => {
    if (!(await insertStaffMember(tx, member)))
      throw problem('username_taken', { fields: [{ path: 'username', message: '这个账号已有人用，请换一个' }] })
    await appendAudit(tx, { ...auditOf(act), event: 'volunteer_registered', subject: member.id, data: { office: officeId } })
    return { ...presentVolunteer(deps, member), password: first.password, totp: first.totpUri }
  })
}
