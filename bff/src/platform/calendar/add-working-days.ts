import { addDays, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { CountyPack } from '../county-pack'
import { openingOf } from './opening-of'

/**
 * The last day of a promise of `days` working days (a whole number, 0: the same day), counted from the day after `start`. Saturday
 * and holiday service does not count. Null when a day on the way has no holiday data: such a promise cannot be made.
 */
export function addWorkingDays(pack: CountyPack, start: LocalDate, days: number): LocalDate | null {
  let date = start
  for (let left = days; left > 0;) {
    date = addDays(date, 1)
    const { kind } = openingOf(pack, date)
    if (kind === 'unknown') return null
    if (kind === 'ordinary') left -= 1
  }
  return date
}
