import { parseLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { tidy } from '../platform/tidy'

/** Year, month and day as somebody types them, perhaps not all yet: `2024-3-`. */
export type DateParts = readonly [year: string, month: string, day: string]

export function splitDate(typed: string): DateParts {
  const [year = '', month = '', day = ''] = typed.split('-')
  return [year, month, day]
}

/** What is kept of them while they are typed; empty when nothing is. */
export function joinDate(parts: DateParts): string {
  const digits = parts.map((part) => tidy(part).replace(/\D/g, ''))
  return digits.every((part) => part === '') ? '' : digits.join('-')
}

/** The day that was typed, `2024-3-5` as well as `2024-03-05`; null when there is no such day. */
export function readTypedDate(typed: string): LocalDate | null {
  const [year, month, day] = splitDate(typed)
  return parseLocalDate([year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'))
}
