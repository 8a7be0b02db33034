import type { licenceEndpoints } from '@one-visit/shared/licences/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import type { LicenceDeps } from './deps'
import { endPresentation } from './end-presentation'
import { openLicence } from './open-licence'
import { startPresentation } from './start-presentation'
import { statusListReplies } from './status-list-reply'
import { verifyPresentation } from './verify-presentation'
import { viewContributions } from './view-contributions'
import { exportViews, listViews } from './view-log'
import { viewWallet } from './view-wallet'

type LicenceHandlers = Handlers<typeof licenceEndpoints, 'GET /.well-known/licence-status.json'>

export function licenceHandlers(deps: LicenceDeps): LicenceHandlers {
  return {
    'GET /v1/licences': ({ principal, signal }) => viewWallet(deps, principal, signal),
    'GET /v1/licences/:id': ({ principal, params, signal }) => openLicence(deps, principal, { id: params.id, signal }),
    'GET /v1/social-security/contributions': ({ principal, signal }) => viewContributions(deps, principal, signal),
    'POST /v1/presentations': ({ principal, body, ...request }) =>
      startPresentation(deps, principal, { input: body, ...request }),
    'DELETE /v1/presentations/:id': ({ principal, params, requestId }) =>
      endPresentation(deps, principal, { id: params.id, requestId }),
    'POST /v1/verifications': ({ principal, body, ...request }) =>
      verifyPresentation(deps, principal, { input: body, ...request }),
    'GET /v1/licence-views': ({ principal, query }) => listViews(deps, principal, query),
    'GET /v1/licence-views/export': ({ principal, requestId }) => exportViews(deps, principal, requestId),
    'GET /.well-known/jwks.json': () => Promise.resolve({ keys: deps.signer.publicKeys() }),
    'GET /.well-known/licence-status.json': statusListReplies(deps),
  }
}
