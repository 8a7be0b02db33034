import type { healthCodeEndpoints } from '@one-visit/shared/health-code/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { checkHealthCode } from './check-health-code'
import type { HealthCodeDeps } from './deps'
import { renewToken } from './renew-token'
import { viewHealthCode } from './view-health-code'

export function healthCodeHandlers(deps: HealthCodeDeps): Handlers<typeof healthCodeEndpoints> {
  return {
    'GET /v1/health-codes/:person': ({ principal, params, signal }) =>
      viewHealthCode(deps, principal, { ref: params.person, signal }),
    'POST /v1/health-codes/:person/token': ({ principal, params, signal }) =>
      renewToken(deps, principal, { ref: params.person, signal }),
    'POST /v1/health-code-checks': ({ body }) => Promise.resolve(checkHealthCode(deps.signer, body.token)),
  }
}
