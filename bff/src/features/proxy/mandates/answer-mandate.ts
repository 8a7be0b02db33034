import type { MandateDto } from '@one-visit/shared/proxy/contract'
import { Mandate } from '../../../identity/mandate.entity'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { ResidentPrincipal } from '../../../platform/http/principal'
import { activateMandate } from './activate-mandate'
import type { MandateDeps } from './deps'
import { appendMandateAudit } from './mandate-audit'
import { tellAgreed, tellRefused } from './mandate-notices'
import { presentMandate } from './mandate-presenter'

/**
 * The person's own word, in their own account. Throws `not_found` for a mandate that is not theirs to give, `mandate_not_pending`
 * for one that was answered, ended or has lapsed, and `mandate_limit_reached`.
 */
export async function answerMandate(
  deps: MandateDeps,
  principal: ResidentPrincipal,
  { id, accept, requestId }: { readonly id: string; readonly accept: boolean; readonly requestId: string },
): Promise<MandateDto> {
  const now = deps.clock.now()
  return deps.database.inTransaction(async (tx) => {
    const asked = await tx.findOneBy(Mandate, { id, accountId: principal.accountId })
    if (!asked) throw problem('not_found')
    const answered = accept ? await activateMandate(tx, asked, 'app', now) : await refuse(tx, asked, now)
    await (accept ? tellAgreed : tellRefused)(deps, tx, answered)
    const data = { accepted: accept ? 'yes' : 'no' }
    await appendMandateAudit(tx, answered, { event: 'mandate_answered', by: principal, data, requestId, at: now })
    return presentMandate(deps, tx, answered)
  })
}

async function refuse(tx: Transaction, { id }: Mandate, now: Date): Promise<Mandate> {
  const at = now.toISOString()
  const refused = await tx.affected`
    UPDATE mandates SET status = 'refused', ended_at = ${at}, code_index = NULL, code_expires_at = NULL
    WHERE id = ${id} AND status = 'pending' AND expires_at > ${at}`
  if (refused === 0) throw problem('mandate_not_pending')
  return tx.findOneByOrFail(Mandate, { id })
}
