import type { identityEndpoints } from '@one-visit/shared/identity/contract'
import type { ProvincialClient } from '../../departments/provincial/client'
import type { Handlers } from '../../platform/http/register-endpoints'
import { sensitive } from '../../platform/sensitive'
import { listActivity } from './activity'
import { bindPhone, type BindPhoneDeps } from './bind-phone'
import { continueSession, viewSession } from './current-session'
import { deleteAccount } from './delete-account'
import { listDevices, signOutDevice, signOutEverywhere } from './devices'
import { exportAccount } from './export-account'
import { signInByProvincial } from './sign-in-by-provincial'
import { signInBySms } from './sign-in-by-sms'
import { signInByWechat } from './sign-in-by-wechat'
import { sendSmsCode } from './sms-codes'
import { sendStepUpCode, stepUp, type StepUpDeps } from './step-up'
import { verifyRealName } from './verify-real-name'

export type IdentityDeps = BindPhoneDeps & StepUpDeps & { readonly provincial: ProvincialClient }

export function identityHandlers(deps: IdentityDeps): Handlers<typeof identityEndpoints> {
  return {
    'POST /v1/sms-codes': ({ body, principal, requestId }) =>
      sendSmsCode(deps, {
        phone: sensitive(body.phone),
        purpose: 'sign_in',
        asker: { principal, requestId },
      }),
    'POST /v1/sessions/sms': ({ body, requestId }) => signInBySms(deps, body, requestId),
    'POST /v1/sessions/wechat': ({ body, requestId }) => signInByWechat(deps, body, requestId),
    'POST /v1/sessions/provincial': ({ body, requestId }) => signInByProvincial(deps, body, requestId),
    'GET /v1/session': ({ principal }) => viewSession(deps, principal),
    'POST /v1/session/renewal': ({ principal }) => continueSession(deps, principal),
    'DELETE /v1/session': ({ principal, requestId }) => signOutDevice(deps, principal, principal.sessionId, requestId),
    'GET /v1/sessions': ({ principal }) => listDevices(deps, principal),
    'DELETE /v1/sessions': ({ principal, requestId }) => signOutEverywhere(deps, principal, requestId),
    'DELETE /v1/sessions/:id': ({ principal, params, requestId }) => signOutDevice(deps, principal, params.id, requestId),
    'POST /v1/real-name': ({ principal, body, requestId }) => verifyRealName(deps, principal, body, requestId),
    'POST /v1/step-up/sms-codes': ({ principal, requestId }) => sendStepUpCode(deps, principal, requestId),
    'POST /v1/step-up': ({ principal, body, requestId }) => stepUp(deps, principal, body, requestId),
    'PUT /v1/account/phone': ({ principal, body, requestId }) => bindPhone(deps, principal, body, requestId),
    'GET /v1/account/activity': ({ principal, query }) => listActivity(deps.database.read, principal.accountId, query),
    'GET /v1/account/export': ({ principal, requestId }) => exportAccount(deps, principal, requestId),
    'POST /v1/account/deletion': ({ principal, requestId }) => deleteAccount(deps, principal, requestId),
  }
}
