import {
  formatInstant as formatShanghai,
  formatLocalDate as formatDay,
  parseLocalDate,
} from '@one-visit/shared/kernel/local-date'

/** 11月21日 周六 上午9:00, in Shanghai time. Takes an ISO instant or epoch milliseconds, as replies and this phone carry them. */
export function formatInstant(instant: string | number): string {
  return formatShanghai(new Date(instant))
}

/** 11月21日 周六, from a local date `YYYY-MM-DD`. */
export function formatLocalDate(date: string): string {
  const day = parseLocalDate(date)
  return day === null ? '' : formatDay(day)
}
