import type { LicenceDeps } from './deps'

/** So long after its end a code is still told apart from one that never was. */
const KEPT_MS = 3_600_000

/** Deletes presentations an hour after they ended; who looked at them was written down when it happened, and stays. */
export async function forgetPresentations({ database, clock }: Pick<LicenceDeps, 'database' | 'clock'>): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS).toISOString()
  await database.inTransaction((tx) => tx.affected`DELETE FROM licence_presentations WHERE expires_at < ${before}`)
}
