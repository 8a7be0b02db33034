import { listOf, type Transaction } from '../../platform/database'
import type { LicenceDeps } from './deps'
import { licenceIndexOf } from './licence-keys'

type Deps = Pick<LicenceDeps, 'database' | 'crypto' | 'clock'>

/**
 * Whoever sees that licences have been cancelled says so here: they can no longer be checked, whatever has been shown of them,
 * and the next status list has them. Nothing is written when nothing of them was shown.
 */
export async function noteCancelled({ database, crypto, clock }: Deps, licenceIds: readonly string[]): Promise<void> {
  if (licenceIds.length === 0) return
  const indexes = licenceIds.map((licenceId) => licenceIndexOf(crypto, licenceId))
  const shown = await database.read.sql<object[]>`
    SELECT id FROM licence_presentations WHERE revoked_at IS NULL AND licence_index IN ${listOf(indexes)}
    UNION ALL
    SELECT account_id FROM licence_status_places WHERE revoked_at IS NULL AND licence_index IN ${listOf(indexes)}`
  if (shown.length > 0) await database.inTransaction((tx) => markCancelled(tx, indexes, clock.now()))
}

/** The same by `licenceIndexOf`, at least one, in a transaction. */
export async function markCancelled(tx: Transaction, indexes: readonly string[], at: Date): Promise<void> {
  const now = at.toISOString()
  await tx.affected`
    UPDATE licence_presentations SET revoked_at = ${now} WHERE revoked_at IS NULL AND licence_index IN ${listOf(indexes)}`
  await tx.affected`
    UPDATE licence_status_places SET revoked_at = ${now} WHERE revoked_at IS NULL AND licence_index IN ${listOf(indexes)}`
}
