import type { Clock } from '../../bff/src/platform/clock'

/** Processes that are given the same setting agree on the time. */
export interface ClockSetting {
  /** Where the race's time begins; milliseconds since 1970. */
  readonly origin: number
  /** When that was, by the machine's clock; null: it stands still until everybody is there. */
  readonly startedAt: number | null
  /** How many of the race's seconds pass in one. */
  readonly factor: number
}

/** A clock that runs faster than the machine's, so that places held for 15 minutes come free while people watch. */
export function fastClock({ origin, startedAt, factor }: ClockSetting): Clock {
  return { now: () => new Date(startedAt === null ? origin : origin + (Date.now() - startedAt) * factor) }
}
