import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { Clock } from '../clock'
import type { Logger } from '../logger'
import { hasHolidayData } from './statutory-day'

/** Tells the operator at start when this year or the next has no holiday data, while there is time to do something. */
export function warnOfMissingYears({ clock, log }: { readonly clock: Clock; readonly log: Logger }): void {
  const thisYear = Number(localDateAt(clock.now()).slice(0, 4))
  const missing = [thisYear, thisYear + 1].filter((year) => !hasHolidayData(year))
  if (missing.length === 0) return
  log.warn(
    { years: missing },
    'no holiday data: days of these years cannot be booked or promised; update the package chinese-days, or add overrides to opening.json',
  )
}
