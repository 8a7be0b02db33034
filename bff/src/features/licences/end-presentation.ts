import { actedBy } from '../../identity/acted-by'
import { requireMandatedItem } from '../../identity/mandated-item'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { LicencePresentation } from './presentation.entity'

/**
 * Stops showing at once; one that is over already may be ended again. Throws `not_found` for anybody else's, and `mandate_scope` for a
 * kind that a mandate does not name.
 */
export async function endPresentation(
  { database, clock }: Pick<LicenceDeps, 'database' | 'clock'>,
  principal: ResidentPrincipal,
  { id, requestId }: { readonly id: string; readonly requestId: string },
): Promise<void> {
  const { accountId } = principal
  const at = clock.now()
  await database.inTransaction(async (tx) => {
    const shown = await tx.findOneBy(LicencePresentation, { id, accountId })
    if (!shown) throw problem('not_found')
    requireMandatedItem(principal, 'show_licences', shown.type)
    const ended = await tx.affected`
      UPDATE licence_presentations SET ended_at = ${at.toISOString()}, content_sealed = NULL
      WHERE id = ${id} AND account_id = ${accountId} AND ended_at IS NULL AND redeemed_at IS NULL`
    if (ended === 0) return
    await appendAudit(tx, {
      event: 'presentation_ended',
      ...actedBy(principal),
      subject: id,
      requestId,
      at,
    })
  })
}
