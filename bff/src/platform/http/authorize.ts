import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import type { Clock } from '../clock'
import { problem } from '../errors'
import type { Principal, ResidentPrincipal } from './principal'

const BEARER = /^Bearer ([A-Za-z0-9._~+/=-]{16,512})$/i

/** The token of an `Authorization: Bearer` header, or null when there is none of that form. */
export function bearerToken(header: string): string | null {
  return BEARER.exec(header)?.[1] ?? null
}

/**
 * Refuses a principal that the endpoint is not for. A public endpoint takes everyone: a token that is no longer good leaves
 * the caller nameless instead of shutting them out of a public page.
 */
export function requireAccess(
  endpoint: Endpoint,
  token: string | null,
  principal: Principal | null,
  clock: Clock,
): Principal | null {
  if (endpoint.access === 'public') return principal?.kind === 'resident' ? principal : null
  if (token === null) throw problem('sign_in_required')
  if (principal === null) throw problem('session_expired')
  if (principal.kind !== endpoint.access) throw problem('not_allowed')
  if (endpoint.access === 'staff') {
    if (principal.kind === 'staff' && endpoint.roles && !endpoint.roles.includes(principal.role)) throw problem('not_allowed')
    return principal
  }
  if (principal.kind === 'resident') requireAssurance(principal, endpoint.assurance ?? 1, clock)
  return principal
}

function requireAssurance(principal: ResidentPrincipal, needed: 1 | 2 | 3, clock: Clock): void {
  if (needed >= 2 && principal.assurance < 2) throw problem('real_name_required')
  if (needed < 3) return
  const fresh = principal.stepUpUntil !== null && Date.parse(principal.stepUpUntil) > clock.now().getTime()
  if (principal.assurance < 3 || !fresh) throw problem('step_up_required')
}
