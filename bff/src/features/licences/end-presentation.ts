import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { LicenceDeps } from './deps'
import { LicencePresentation } from './presentation.entity'

/** Stops showing at once; one that is over already may be ended again. Throws `not_found` for anybody else's. */
export async function endPresentation(
  { database, clock }: Pick<LicenceDeps, 'database' | 'clock'>,
  { accountId }: ResidentPrincipal,
  { id, requestId }: { readonly id: string; readonly requestId: string },
): Promise<void> {
  const at = clock.now()
  await database.inTransaction(async (tx) => {
    const ended = await tx.affected`
      UPDATE licence_presentations SET ended_at = ${at.toISOString()}, content_sealed = NULL
      WHERE id = ${id} AND account_id = ${accountId} AND ended_at IS NULL AND redeemed_at IS NULL`
    if (ended === 0) {
      if (await tx.existsBy(LicencePresentation, { id, accountId })) return
      throw problem('not_found')
    }
    await appendAudit(tx, {
      event: 'presentation_ended',
      actor: { kind: 'resident', id: accountId },
      beneficiaryId: accountId,
      subject: id,
      requestId,
      at,
    })
  })
}
