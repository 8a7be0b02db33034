import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { addWorkingDays } from '../../../platform/calendar/add-working-days'
import type { CountyPack } from '../../../platform/county-pack'

/**
 * The last day of the promise: the county's working days from today, or the day that is wished for when it is later. Null when
 * there is no holiday data to count by: help is given all the same, but nothing is promised.
 */
export function promisedBy(pack: CountyPack, today: LocalDate, wished: LocalDate): LocalDate | null {
  const last = addWorkingDays(pack, today, pack.proxy.promisedWorkingDays)
  if (last === null) return null
  return wished > last ? wished : last
}
