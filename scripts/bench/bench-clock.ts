import type { Clock } from '../../bff/src/platform/clock'

/** A Monday, nine o'clock in Shanghai, in a year whose calendar is known: whatever the day is, the bench has days to book. */
const ORIGIN = Date.parse('2026-11-23T01:00:00.000Z')

/** Processes that are told the same start (milliseconds since 1970, by the machine's clock) agree on the time. */
export function benchClock(startedAt: number): Clock {
  return { now: () => new Date(ORIGIN + Date.now() - startedAt) }
}
