import type { proxyEndpoints } from '@one-visit/shared/proxy/contract'
import type { proxyStaffEndpoints } from '@one-visit/shared/proxy/staff-contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import type { MandateDeps } from './mandates/deps'
import { mandateHandlers } from './mandates/routes'
import type { TaskDeps } from './tasks/deps'
import { taskHandlers } from './tasks/routes'

/** Mandates, requests for help and the volunteers' tasks: for residents and for staff. */
export function proxyHandlers(
  deps: MandateDeps & TaskDeps,
): Handlers<typeof proxyEndpoints> & Handlers<typeof proxyStaffEndpoints> {
  return { ...mandateHandlers(deps), ...taskHandlers(deps) }
}
