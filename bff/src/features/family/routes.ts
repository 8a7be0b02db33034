import type { familyEndpoints } from '@one-visit/shared/family/contract'
import type { Handlers } from '../../platform/http/register-endpoints'
import { addFamilyMember } from './add-family-member'
import { answerRequest } from './answer-request'
import { confirmByCode } from './confirm-by-code'
import type { FamilyDeps } from './deps'
import { listFamily } from './list-family'
import { removeFamilyMember } from './remove-family-member'

export function familyHandlers(deps: FamilyDeps): Handlers<typeof familyEndpoints> {
  return {
    'GET /v1/family': ({ principal }) => listFamily(deps, principal),
    'POST /v1/family': ({ principal, body, once, requestId }) => addFamilyMember(deps, principal, body, once, requestId),
    'POST /v1/family/:id/code': ({ principal, params, body, requestId }) =>
      confirmByCode(deps, principal, { id: params.id, code: body.code, requestId }),
    'POST /v1/family/:id/answer': ({ principal, params, body, requestId }) =>
      answerRequest(deps, principal, { id: params.id, accept: body.accept, requestId }),
    'DELETE /v1/family/:id': ({ principal, params, requestId }) => removeFamilyMember(deps, principal, params.id, requestId),
  }
}
