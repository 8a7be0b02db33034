import type { staffEndpoints } from '@one-visit/shared/staff/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { continueStaffSession, staffSignOut, viewStaffSession } from './staff-session'
import { staffSignIn, type StaffDeps } from './staff-sign-in'

export function staffHandlers(deps: StaffDeps): Handlers<typeof staffEndpoints> {
  return {
    'POST /v1/staff/sessions': ({ body, deviceId, requestId }) => staffSignIn(deps, body, { id: deviceId }, requestId),
    'GET /v1/staff/session': ({ principal }) => viewStaffSession(deps, principal),
    'POST /v1/staff/session/renewal': ({ principal }) => continueStaffSession(deps, principal),
    'DELETE /v1/staff/session': ({ principal, requestId }) => staffSignOut(deps, principal, requestId),
  }
}
