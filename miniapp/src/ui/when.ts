import {
  formatInstant as formatShanghai,
  formatLocalDate as formatDay,
  isLocalDate,
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

const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** 9:00:15 in Shanghai, 24 hours: what a person at a door holds beside a watch. `instant`: ISO, or epoch milliseconds. */
export function formatSecond(instant: string | number): string {
  const shanghai = new Date(new Date(instant).getTime() + SHANGHAI_OFFSET_MS).toISOString()
  return shanghai.slice(11, 19).replace(/^0/, '')
}

/** 2031年5月2日, from `YYYY-MM-DD`: days of licences are years away. Anything else stays as it is. */
export function formatLongDate(text: string): string {
  if (!isLocalDate(text)) return text
  return `${text.slice(0, 4)}年${String(Number(text.slice(5, 7)))}月${String(Number(text.slice(8)))}日`
}
