import { statSync, unlinkSync, writeFileSync } from 'node:fs'

const RETRY_MS = 20
/** What is done under a lock takes milliseconds, so a lock this old was left by a process that died. */
const ABANDONED_MS = 10_000

/** Runs `work` while no other process does so under the same lock file. Waits without an event loop: for starting up only. */
export function withFileLock<T>(lock: string, work: () => T): T {
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS)
  try {
    return work()
  } finally {
    unlinkSync(lock)
  }
}

/** Whether a file could not be made because there is one already. */
export function isAlreadyThere(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST'
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, '', { mode: 0o600, flag: 'wx' })
    return true
  } catch (error) {
    if (!isAlreadyThere(error)) throw error
  }
  const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
  if (since !== undefined && Date.now() - since > ABANDONED_MS) unlinkSync(lock)
  return false
}
