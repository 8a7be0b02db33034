import type { CrossProvinceDeps } from './deps'
import { sendApplication } from './send-application'
import { CLAIMED_MS } from './send-again'

/** Applications sent in one run, and how many at a time: the department's own limits stand behind this in the gateway. */
const BATCH = 50
const AT_ONCE = 4

/** Sends again what the department has not answered, and for the first time what a process was killed before sending. */
export async function sendKept(deps: CrossProvinceDeps, signal: AbortSignal): Promise<void> {
  const queue = await claimDue(deps)
  const worker = async (): Promise<void> => {
    for (let id = queue.shift(); id !== undefined && !signal.aborted; id = queue.shift()) await sendApplication(deps, id)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/** Moves what it takes ahead, which is what keeps others from taking it: on PostgreSQL they look again after waiting. */
async function claimDue({ database, clock }: CrossProvinceDeps): Promise<string[]> {
  const now = clock.now()
  const at = now.toISOString()
  const [due] = await database.read.sql<object[]>`
    SELECT id FROM cross_province_applications WHERE next_try_at <= ${at} LIMIT 1`
  if (!due) return []
  const claimed = await database.inTransaction(
    (tx) => tx.sql<{ id: string }[]>`
      UPDATE cross_province_applications
      SET attempts = attempts + 1, next_try_at = ${new Date(now.getTime() + CLAIMED_MS).toISOString()}
      WHERE next_try_at <= ${at} AND id IN (
        SELECT id FROM cross_province_applications WHERE next_try_at <= ${at} ORDER BY next_try_at, id LIMIT ${BATCH})
      RETURNING id`,
  )
  return claimed.map(({ id }) => id)
}
