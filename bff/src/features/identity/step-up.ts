import { STEP_UP_SECONDS } from '@one-visit/shared/identity/rules'
import type { SessionDto, SmsCodeSentDto, StepUpInput } from '@one-visit/shared/identity/contract'
import type { SmsClient } from '../../departments/sms/client'
import { actedBy } from '../../identity/acted-by'
import { findPhone, getVerifiedPerson } from '../../identity/person'
import { Session } from '../../identity/session.entity'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { viewSession } from './current-session'
import { redeemSmsCode, sendSmsCode } from './sms-codes'
import { forgetNameTries, requireRealNameMatch, type RealNameDeps } from './verify-real-name'

export type StepUpDeps = RealNameDeps & { readonly sms: SmsClient }

const NO_PHONE = { detail: '账号还没有绑定手机号，请用姓名和身份证号确认。' }

/** Sends a code to the account's own phone; `not_allowed` when it has none. */
export async function sendStepUpCode(deps: StepUpDeps, principal: ResidentPrincipal, requestId: string): Promise<SmsCodeSentDto> {
  const phone = await findPhone(deps.database.read, deps.crypto, principal.accountId)
  if (!phone) throw problem('not_allowed', NO_PHONE)
  return sendSmsCode(deps, { phone, purpose: 'step_up', asker: { principal, requestId } })
}

/** Makes sure that it is still the same person: assurance 3 for 15 minutes, in this session only. */
export async function stepUp(
  deps: StepUpDeps,
  principal: ResidentPrincipal,
  input: StepUpInput,
  requestId: string,
): Promise<SessionDto> {
  await requireSamePerson(deps, principal, input)
  const now = deps.clock.now()
  const stepUpUntil = new Date(now.getTime() + STEP_UP_SECONDS * 1000).toISOString()
  await deps.database.inTransaction(async (tx) => {
    await tx.update(Session, { id: principal.sessionId }, { stepUpUntil })
    await appendAudit(tx, {
      event: 'stepped_up',
      ...actedBy(principal),
      data: { method: input.method },
      requestId,
      at: now,
    })
  })
  return viewSession(deps, principal)
}

async function requireSamePerson(deps: StepUpDeps, principal: ResidentPrincipal, input: StepUpInput): Promise<void> {
  const phone = await findPhone(deps.database.read, deps.crypto, principal.accountId)
  if (input.method === 'sms') {
    if (!phone) throw problem('not_allowed', NO_PHONE)
    await redeemSmsCode(deps, phone, 'step_up', input.code)
    return
  }
  // The weaker way is only for those who have no phone to be asked on.
  if (phone) throw problem('not_allowed', { detail: '请用发到您手机上的验证码确认。' })
  const person = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  await requireRealNameMatch(deps, principal.accountId, input, person.residentId)
  await forgetNameTries(deps, principal.accountId)
}
