import type { proxyEndpoints } from '@one-visit/shared/proxy/contract'
import type { proxyStaffEndpoints } from '@one-visit/shared/proxy/staff-contract'
import type { StaffPrincipal } from '../../../platform/http/principal'
import type { Handlers } from '../../../platform/http/register-endpoints'
import { acceptTask } from './accept-task'
import { cancelRequest, cancelTask } from './cancel-request'
import type { TaskAct, TaskDeps } from './deps'
import { finishTask } from './finish-task'
import { listTasks, viewTask } from './list-tasks'
import { openForPerson } from './open-for-person'
import { openRequest } from './open-request'
import { listRequests, viewRequest } from './own-requests'
import { returnTask } from './return-task'
import { letVolunteerLeave } from './volunteers/let-volunteer-leave'
import { listVolunteers } from './volunteers/list-volunteers'
import { registerVolunteer } from './volunteers/register-volunteer'

type All = Handlers<typeof proxyEndpoints> & Handlers<typeof proxyStaffEndpoints>
type TaskKey =
  | Extract<keyof All, `${string} /v1/help-requests${string}` | `${string} /v1/staff/volunteers${string}`>
  | Exclude<Extract<keyof All, `${string} /v1/staff/tasks${string}`>, 'POST /v1/staff/tasks/:id/mandates'>

/** Requests for help, the tasks that they are to the staff, and the volunteers. */
export function taskHandlers(deps: TaskDeps): Pick<All, TaskKey> {
  const actOf = ({ principal, requestId }: { principal: StaffPrincipal; requestId: string }): TaskAct => ({
    staff: principal,
    requestId,
    at: deps.clock.now(),
  })
  return {
    'GET /v1/help-requests': ({ principal }) => listRequests(deps, principal),
    'POST /v1/help-requests': ({ principal, body, once, requestId }) => openRequest(deps, principal, body, { once, requestId }),
    'GET /v1/help-requests/:id': ({ principal, params }) => viewRequest(deps, principal, params.id),
    'DELETE /v1/help-requests/:id': ({ principal, params, requestId }) => cancelRequest(deps, principal, params.id, requestId),
    'GET /v1/staff/volunteers': ({ principal }) => listVolunteers(deps, principal),
    'POST /v1/staff/volunteers': (input) => registerVolunteer(deps, actOf(input), input.body, input.once),
    'POST /v1/staff/volunteers/:id/leave': (input) => letVolunteerLeave(deps, actOf(input), input.params.id),
    'GET /v1/staff/tasks': ({ principal, query }) => listTasks(deps, principal, query.closed === 'yes'),
    'POST /v1/staff/tasks': (input) => openForPerson(deps, actOf(input), input.body, input.once),
    'GET /v1/staff/tasks/:id': ({ principal, params }) => viewTask(deps, principal, params.id),
    'POST /v1/staff/tasks/:id/accept': (input) => acceptTask(deps, actOf(input), input.params.id),
    'POST /v1/staff/tasks/:id/return': (input) => returnTask(deps, actOf(input), input.params.id, input.body.reason),
    'POST /v1/staff/tasks/:id/finish': (input) => finishTask(deps, actOf(input), input.params.id, input.body),
    'POST /v1/staff/tasks/:id/cancel': (input) => cancelTask(deps, actOf(input), input.params.id, input.body.reason),
  }
}
