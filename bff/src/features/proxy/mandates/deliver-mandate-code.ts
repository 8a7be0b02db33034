import { SMS_CODE_SECONDS } from '@one-visit/shared/identity/rules'
import { ATTEMPT_POLICIES, countedTry } from '../../../identity/attempts'
import { Mandate } from '../../../identity/mandate.entity'
import { findMandateNames } from '../../../identity/mandate-names'
import { Problem } from '../../../platform/errors'
import { sensitive } from '../../../platform/sensitive'
import type { CodeDeliveryDeps } from './deps'
import { codeIndexOf, type MandateCode } from './mandate-code'
import { findPersonPhone } from './person-phone'

/** Counts the codes that one person was sent and nobody entered, whoever asked for them. */
export const sentKey = (accountId: string): string => `mandate_code_sent:${accountId}`

/**
 * Sends a code to the person's phone, with the name of who will act. Nothing is sent for a code that no longer holds, to somebody
 * without a phone, or to somebody who is being pestered. A failed sending is thrown, so that the outbox tries again while it holds.
 */
export async function deliverMandateCode(deps: CodeDeliveryDeps, { mandateId, code }: MandateCode): Promise<void> {
  const { read } = deps.database
  const mandate = await read.findOneBy(Mandate, { id: mandateId, status: 'pending' })
  const at = deps.clock.now().toISOString()
  if (mandate?.codeIndex !== codeIndexOf(deps.crypto, mandateId, code) || (mandate.codeExpiresAt ?? '') <= at) return
  const phone = await findPersonPhone(read, deps.crypto, mandate)
  if (!phone) return
  const { actor } = (await findMandateNames(read, deps.crypto, [mandate]))(mandate)
  try {
    await countedTry(deps, sentKey(mandate.accountId), ATTEMPT_POLICIES.sms_sent, async () => {
      await deps.sms.send(phone, 'mandate_code', { code: sensitive(code), actor, minutes: String(SMS_CODE_SECONDS / 60) })
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'too_many_attempts') throw error
  }
}
