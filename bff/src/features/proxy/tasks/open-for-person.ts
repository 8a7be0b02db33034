import type { z } from 'zod'
import type { StaffOpenRequestInput } from '@one-visit/shared/proxy/schemas'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import { ensurePersonAccount } from '../../../identity/person-account'
import { appendAudit } from '../../../platform/audit'
import type { Once } from '../../../platform/http/handler-types'
import { auditOf, type TaskAct, type TaskDeps } from './deps'
import { placeRequest, requirePossible } from './place-request'
import { requireRealName } from './real-name'
import { tellChanged } from './request-notices'
import { requireOffice } from './task-policy'
import { presentTask } from './task-presenter'

/**
 * By staff for somebody who rang up or came, whose name and number the police confirm. Throws `real_name_mismatch`, `not_allowed` at
 * another office, `request_limit_reached`, and the department problems.
 */
export async function openForPerson(
  deps: TaskDeps,
  act: TaskAct,
  { person, request: input }: z.output<typeof StaffOpenRequestInput>,
  once: Once,
): Promise<TaskDto> {
  requireOffice(deps.pack, act.staff, input.office)
  requirePossible(deps, input)
  await requireRealName(deps, person, 'person.')
  return once(async (tx) => {
    const accountId = await ensurePersonAccount(tx, deps, person)
    const request = await placeRequest(deps, tx, { accountId, askedByKind: 'staff', askedById: act.staff.staffId }, input)
    await appendAudit(tx, {
      ...auditOf(act),
      event: 'help_requested',
      beneficiaryId: accountId,
      subject: request.id,
      data: { office: request.officeId },
    })
    await tellChanged(deps, tx, request, { kind: 'opened', by: null })
    return presentTask(deps, tx, act.staff, request)
  })
}
