import { setTimeout as wait } from 'node:timers/promises'

/** serialization_failure, deadlock_detected: the whole transaction may simply be run again. */
const CONFLICTS = new Set(['40001', '40P01'])
const ATTEMPTS = 8
const FIRST_WAIT_MS = 5

/** Runs `attempt` again after a conflict, up to 8 times, after a wait chosen at random below 5, 10, 20 … ms. */
export async function retryConflicts<T>(attempt: () => Promise<T>): Promise<T> {
  for (let retries = 1; ; retries += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (retries === ATTEMPTS || !isConflict(error)) throw error
    }
    await wait(Math.random() * FIRST_WAIT_MS * 2 ** (retries - 1))
  }
}

function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return (
    ('code' in error && CONFLICTS.has(String(error.code))) ||
    ('driverError' in error && isConflict(error.driverError)) ||
    isConflict(error.cause)
  )
}
