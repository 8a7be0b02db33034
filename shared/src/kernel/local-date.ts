/** A day in Asia/Shanghai, `YYYY-MM-DD`; sorts as text. Date rules use this and never a `Date`. */
export type LocalDate = string & { readonly __localDate: true }

/** China keeps one offset all year (since 1992), so no time-zone data is needed. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000
const DAY_NAMES = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

interface CivilDay {
  year: number
  month: number
  day: number
}

const pad = (value: number, length: number): string => `000${String(value)}`.slice(-length)

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Days since 1970-01-01 (proleptic Gregorian), counted from March so that the leap day comes last. */
function toDayNumber({ year, month, day }: CivilDay): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromDayNumber(dayNumber: number): CivilDay {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

const toLocalDate = ({ year, month, day }: CivilDay): LocalDate => `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate

function toCivilDay(date: LocalDate): CivilDay {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Whether `value` is `YYYY-MM-DD` and that day exists. */
export function isLocalDate(value: string): value is LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const { year, month, day } = toCivilDay(value as LocalDate)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day, or null when there is no such day. */
export function parseLocalDate(value: string): LocalDate | null {
  return isLocalDate(value) ? value : null
}

/** The day `days` after `date` (before it when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return toLocalDate(fromDayNumber(toDayNumber(toCivilDay(date)) + days))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(toCivilDay(to)) - toDayNumber(toCivilDay(from))
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: LocalDate): number {
  // 1970-01-01 was a Thursday; the second modulo keeps days before it positive.
  return (((toDayNumber(toCivilDay(date)) + 4) % 7) + 7) % 7
}

/** Negative, 0 or positive, for sorting. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day in Shanghai at an instant (milliseconds since 1970, or a `Date`). */
export function localDateAt(instant: Date | number): LocalDate {
  return toLocalDate(fromDayNumber(Math.floor((Number(instant) + SHANGHAI_OFFSET_MS) / DAY_MS)))
}

/** 11月21日 周六 */
export function formatLocalDate(date: LocalDate): string {
  const { month, day } = toCivilDay(date)
  return `${String(month)}月${String(day)}日 ${DAY_NAMES[dayOfWeek(date)] ?? ''}`
}

/** 11月21日 周六 上午9:00, in Shanghai; midnight is 上午12:00 as on a Chinese phone's 12-hour clock. */
export function formatInstant(instant: Date | number): string {
  const shanghai = Number(instant) + SHANGHAI_OFFSET_MS
  const minuteOfDay = Math.floor((shanghai - Math.floor(shanghai / DAY_MS) * DAY_MS) / 60_000)
  const hour = Math.floor(minuteOfDay / 60)
  const clock = `${String(hour % 12 === 0 ? 12 : hour % 12)}:${pad(minuteOfDay % 60, 2)}`
  return `${formatLocalDate(localDateAt(instant))} ${hour < 12 ? '上午' : '下午'}${clock}`
}
