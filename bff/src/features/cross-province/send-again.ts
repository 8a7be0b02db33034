/** Whoever is about to send an application moves its next try so far ahead (ms); when that is up, they are gone. */
export const CLAIMED_MS = 60_000

const FIRST_BACK_OFF_MS = 20_000
const LONGEST_BACK_OFF_MS = 60 * 60_000
/** A department that has not answered for so long never got it. */
const GIVE_UP_MS = 3 * 24 * 60 * 60_000

/** When to send it again after so many attempts; null: it is given up. */
export function nextTryAfter(now: Date, { attempts, createdAt }: { attempts: number; createdAt: string }): Date | null {
  if (now.getTime() - Date.parse(createdAt) >= GIVE_UP_MS) return null
  const wait = Math.min(FIRST_BACK_OFF_MS * 2 ** (attempts - 1), LONGEST_BACK_OFF_MS) * (0.8 + Math.random() * 0.2)
  return new Date(now.getTime() + wait)
}
