import type { progressEndpoints } from '@one-visit/shared/progress/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { followCase, listFollows, unfollowCase, viewFollow } from './follow-case'
import { lookUpCase } from './look-up-case'
import { listOwnCases, listOwnCasesOfKind, type OwnCasesDeps } from './own-cases'

export type ProgressDeps = OwnCasesDeps

export function progressHandlers(deps: ProgressDeps): Handlers<typeof progressEndpoints> {
  return {
    'POST /v1/case-look-ups': ({ principal, body, requestId }) => lookUpCase(deps, principal, body, requestId),
    'GET /v1/progress/id-card': ({ principal }) => listOwnCasesOfKind(deps, principal, 'id_card'),
    'GET /v1/progress/exit-entry': ({ principal }) => listOwnCasesOfKind(deps, principal, 'exit_entry'),
    'GET /v1/cases': ({ principal }) => listOwnCases(deps, principal),
    'GET /v1/follows': ({ principal }) => listFollows(deps, principal),
    'POST /v1/follows': ({ principal, body, once, requestId }) => followCase(deps, principal, body.proof, once, requestId),
    'GET /v1/follows/:id': ({ principal, params }) => viewFollow(deps, principal, params.id),
    'DELETE /v1/follows/:id': ({ principal, params, requestId }) => unfollowCase(deps, principal, params.id, requestId),
  }
}
