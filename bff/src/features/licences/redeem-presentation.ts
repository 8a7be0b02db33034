import type { Transaction } from '../../platform/database'
import { problem, type Problem } from '../../platform/errors'
import { LicencePresentation } from './presentation.entity'

/**
 * Uses the presentation up, for whoever is first: one statement that changes the row only while nobody has, on both databases and
 * with any number of processes. Throws `presentation_used`, `licence_revoked`, `code_expired` (also when the holder ended it) or
 * `presentation_unknown`.
 */
export async function redeemPresentation(tx: Transaction, id: string, at: Date): Promise<void> {
  const now = at.toISOString()
  const redeemed = await tx.affected`
    UPDATE licence_presentations SET redeemed_at = ${now}, content_sealed = NULL
    WHERE id = ${id} AND redeemed_at IS NULL AND ended_at IS NULL AND revoked_at IS NULL AND expires_at > ${now}`
  if (redeemed === 0) throw whyNot(await tx.findOneBy(LicencePresentation, { id }))
}

function whyNot(row: LicencePresentation | null): Problem {
  if (!row) return problem('presentation_unknown')
  if (row.redeemedAt !== null) return problem('presentation_used')
  return problem(row.revokedAt === null ? 'code_expired' : 'licence_revoked')
}
