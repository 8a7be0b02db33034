import type { proxyEndpoints } from '@one-visit/shared/proxy/contract'
import type { proxyStaffEndpoints } from '@one-visit/shared/proxy/staff-contract'
import { problem } from '../../../platform/errors'
import type { Handlers } from '../../../platform/http/register-endpoints'
import { answerMandate } from './answer-mandate'
import { askMandate } from './ask-mandate'
import { askMandateForTask } from './ask-mandate-for-task'
import { confirmMandateByCode } from './confirm-mandate-by-code'
import type { MandateDeps } from './deps'
import { endMandateForPerson } from './end-mandate-for-person'
import { endOwnMandate } from './end-own-mandate'
import { getMandateOfOffice, getMandateToRead, getOwnMandate } from './find-mandate'
import { getMandateToShowStaff } from './staff-sight'
import { giveBackMandate } from './give-back-mandate'
import { listActs } from './list-acts'
import { listHeldByVolunteer, listMandates } from './list-mandates'
import { presentMandate } from './mandate-presenter'
import { mandateSlip } from './mandate-slip'
import { viewScan } from './view-scan'

type Residents = Handlers<typeof proxyEndpoints>
type Staff = Handlers<typeof proxyStaffEndpoints>
type MandateHandlers = Pick<Residents, Extract<keyof Residents, `${string} /v1/mandates${string}`>> &
  Pick<Staff, Extract<keyof Staff, `${string} /v1/staff/mandates${string}` | 'POST /v1/staff/tasks/:id/mandates'>>

/** What residents and staff do with mandates. */
export function mandateHandlers(deps: MandateDeps): MandateHandlers {
  const { read } = deps.database
  return {
    'GET /v1/mandates': ({ principal }) => listMandates(deps, principal),
    'POST /v1/mandates': ({ principal, body, once, requestId }) => askMandate(deps, principal, { input: body, once, requestId }),
    'GET /v1/mandates/:id': async ({ principal, params }) =>
      presentMandate(deps, read, await getMandateToRead(deps, principal, params.id)),
    'POST /v1/mandates/:id/answer': ({ principal, params, body, requestId }) =>
      answerMandate(deps, principal, { id: params.id, accept: body.accept, requestId }),
    'POST /v1/mandates/:id/code': async ({ principal, params, body, requestId }) => {
      const mandate = await getOwnMandate(deps, principal, params.id)
      // The person, too, is a side; but a code is what they read out to the other.
      if (mandate.actorId !== principal.accountId) throw problem('not_found')
      const endpoint = 'POST /v1/mandates/:id/code'
      return confirmMandateByCode(deps, principal, { mandate, code: body.code, endpoint, requestId })
    },
    'DELETE /v1/mandates/:id': ({ principal, params, requestId }) => endOwnMandate(deps, principal, { id: params.id, requestId }),
    'GET /v1/mandates/:id/acts': async ({ principal, params }) =>
      listActs(deps, read, await getMandateToRead(deps, principal, params.id)),
    'GET /v1/mandates/:id/slip': async ({ principal, params }) =>
      mandateSlip(deps, await getOwnMandate(deps, principal, params.id)),
    ...staffHandlers(deps),
  }
}

function staffHandlers(
  deps: MandateDeps,
): Pick<MandateHandlers, Extract<keyof MandateHandlers, `${string} /v1/staff/${string}`>> {
  const { read } = deps.database
  return {
    'GET /v1/staff/mandates': ({ principal }) => listHeldByVolunteer(deps, principal),
    'POST /v1/staff/tasks/:id/mandates': ({ principal, params, body, once, requestId }) =>
      askMandateForTask(deps, principal, { taskId: params.id, input: body, once, requestId }),
    'POST /v1/staff/mandates/:id/code': async ({ principal, params, body, requestId }) => {
      const mandate = await getMandateOfOffice(deps, principal, params.id)
      const endpoint = 'POST /v1/staff/mandates/:id/code'
      return confirmMandateByCode(deps, principal, { mandate, code: body.code, endpoint, requestId })
    },
    'POST /v1/staff/mandates/ending': ({ principal, body, requestId }) =>
      endMandateForPerson(deps, principal, { input: body, requestId }),
    'POST /v1/staff/mandates/:id/give-back': ({ principal, params, requestId }) =>
      giveBackMandate(deps, principal, { id: params.id, requestId }),
    'POST /v1/staff/mandates/:id/scan-views': ({ principal, params, body, requestId }) =>
      viewScan(deps, principal, { id: params.id, reason: body.reason, requestId }),
    'GET /v1/staff/mandates/:id/acts': async ({ principal, params, requestId }) =>
      listActs(
        deps,
        read,
        await getMandateToShowStaff(deps, principal, { id: params.id, requestId, endpoint: 'GET /v1/staff/mandates/:id/acts' }),
      ),
    'GET /v1/staff/mandates/:id/slip': async ({ principal, params, requestId }) =>
      mandateSlip(
        deps,
        await getMandateToShowStaff(deps, principal, { id: params.id, requestId, endpoint: 'GET /v1/staff/mandates/:id/slip' }),
      ),
  }
}
