const FIRST_MINUTES = 5
const LONGEST_MINUTES = 6 * 60

/**
 * When a followed case is asked after next: 5 minutes after a change, then twice as long after every check that brought
 * nothing, at most 6 hours. Departments are not asked in vain, and a case that moves is seen soon.
 */
export function nextCheckAfter(now: Date, quietChecks: number): string {
  const minutes = Math.min(FIRST_MINUTES * 2 ** quietChecks, LONGEST_MINUTES)
  return new Date(now.getTime() + minutes * 60_000).toISOString()
}
