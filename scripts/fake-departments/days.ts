import { localTime } from './case-file'

const DAY_MS = 86_400_000

/** `YYYY-MM-DD` in Asia/Shanghai, so many days after an instant (before it when negative). */
export function localDay(start: Date, days: number): string {
  return localTime(new Date(start.getTime() + days * DAY_MS)).slice(0, 10)
}

/** The same as `YYYYMMDD`, as the licence library writes days. */
export function compactDay(start: Date, days: number): string {
  return localDay(start, days).replaceAll('-', '')
}
