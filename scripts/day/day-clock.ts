import type { ClockSetting } from '../race/fast-clock'
import { MOMENTS, realTime, type DayLength } from './schedule'

/** A Tuesday in a year whose calendar is known; the 13th day after it is a working day. */
export const TODAY = '2026-11-24'
export const NEWEST_DAY = '2026-12-07'

/**
 * The servers' clock goes at its usual speed, so that limits, breakers and sessions are as in use; it says nine when the rush
 * begins. Stands still until the day begins.
 */
export function dayClock(day: DayLength): ClockSetting {
  const nine = Date.parse(`${TODAY}T09:00:00+08:00`)
  return { origin: nine - realTime(MOMENTS.rush, day), startedAt: null, factor: 1 }
}
