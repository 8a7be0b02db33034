import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { ATTEMPT_POLICIES, checkSecret, forgetTries } from '../../../identity/attempts'
import type { Mandate } from '../../../identity/mandate.entity'
import { Problem, problem } from '../../../platform/errors'
import type { Principal } from '../../../platform/http/principal'
import { activateMandate } from './activate-mandate'
import { sentKey } from './deliver-mandate-code'
import type { MandateDeps } from './deps'
import { appendMandateAudit, writeRefusedAct } from './mandate-audit'
import { codeIndexOf } from './mandate-code'
import { tellAgreed } from './mandate-notices'
import { presentMandate, presentState } from './mandate-presenter'

interface Entered {
  /** The caller may enter its code: see the routes. */
  readonly mandate: Mandate
  readonly code: string
  readonly endpoint: string
  readonly requestId: string
}

/**
 * Takes the code that the person read out as their consent. Throws `code_invalid` for a wrong, used or old code, `too_many_attempts`
 * after several, `mandate_not_pending` and `mandate_limit_reached`; each refusal stands among the acts of the mandate.
 */
export async function confirmMandateByCode(deps: MandateDeps, principal: Principal, entered: Entered): Promise<MandateDto> {
  try {
    return await confirm(deps, principal, entered)
  } catch (error) {
    // After everything that was tried is rolled back, so that the record is not.
    if (error instanceof Problem) {
      const { mandate, endpoint, requestId } = entered
      await writeRefusedAct(deps, mandate, { by: principal, endpoint, refusal: error.code, requestId })
    }
    throw error
  }
}

async function confirm(deps: MandateDeps, principal: Principal, entered: Entered): Promise<MandateDto> {
  const { mandate } = entered
  if (presentState(mandate, deps.clock.now().toISOString()).status !== 'pending') throw problem('mandate_not_pending')
  // By the two people, not by the mandate: asking again must not buy new guesses.
  const key = `mandate_code:${mandate.accountId}:${mandate.actorId}`
  const confirmed = await checkSecret(deps, key, ATTEMPT_POLICIES.code, () => redeem(deps, principal, entered))
  if (!confirmed) throw problem('code_invalid', { fields: [{ path: 'code', message: '验证码不对或已过期' }] })
  await forgetTries(deps, sentKey(mandate.accountId))
  return confirmed
}

function redeem(deps: MandateDeps, by: Principal, { mandate, code, requestId }: Entered): Promise<MandateDto | null> {
  const now = deps.clock.now()
  const codeIndex = codeIndexOf(deps.crypto, mandate.id, code)
  return deps.database.inTransaction(async (tx) => {
    // One statement: of two that enter it at once one counts, and a code is good once.
    const redeemed = await tx.affected`
      UPDATE mandates SET code_index = NULL
      WHERE id = ${mandate.id} AND status = 'pending' AND code_index = ${codeIndex} AND code_expires_at > ${now.toISOString()}`
    if (redeemed === 0) return null
    const active = await activateMandate(tx, mandate, 'phone_code', now)
    await tellAgreed(deps, tx, active)
    await appendMandateAudit(tx, active, { event: 'mandate_consent_given', by, data: { by: 'code' }, requestId, at: now })
    return presentMandate(deps, tx, active)
  })
}
