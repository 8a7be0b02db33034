import { forgetOldCopies } from '../departments/copy-store'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'

const DAY_MS = 86_400_000

/** Deletes sessions, codes, requests to family and copies of department replies that no longer hold, and failures older than a day. */
export async function forgetExpired({ database, clock }: { readonly database: Database; readonly clock: Clock }): Promise<void> {
  const now = clock.now()
  const at = now.toISOString()
  const dayAgo = new Date(now.getTime() - DAY_MS).toISOString()
  await database.inTransaction(async (tx) => {
    await tx.affected`DELETE FROM sessions WHERE idle_expires_at <= ${at} OR absolute_expires_at <= ${at}`
    await tx.affected`DELETE FROM sms_codes WHERE expires_at <= ${at}`
    await tx.affected`DELETE FROM family_members WHERE ends_at <= ${at}`
    await tx.affected`DELETE FROM attempts WHERE updated_at < ${dayAgo} AND (blocked_until IS NULL OR blocked_until <= ${at})`
    await forgetOldCopies(tx, now)
  })
}
