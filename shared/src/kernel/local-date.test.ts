import fc from 'fast-check'
import {
  addDays,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  formatInstant,
  formatLocalDate,
  localDateAt,
  parseLocalDate,
} from './local-date'
import type { LocalDate } from './local-date'

const date = (value: string): LocalDate => {
  const parsed = parseLocalDate(value)
  if (parsed === null) throw new Error(`no such day: ${value}`)
  return parsed
}

/** Days as the platform's own calendar gives them, to check ours against. */
const anyDay = fc.integer({ min: -25_567, max: 80_000 }).map((day) => new Date(day * 86_400_000))
const iso = (instant: Date): string => instant.toISOString().slice(0, 10)

test.each(['2026-02-29', '2015-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', '2026-11-21 '])(
  '%j is not a day',
  (value) => {
    expect(parseLocalDate(value)).toBeNull()
  },
)

test('dates are written for people', () => {
  expect(formatLocalDate(date('2026-11-21'))).toBe('11月21日 周六')
  expect(formatInstant(Date.UTC(2026, 10, 21, 1, 0))).toBe('11月21日 周六 上午9:00')
  expect(formatInstant(Date.UTC(2026, 10, 21, 6, 5))).toBe('11月21日 周六 下午2:05')
  expect(formatInstant(Date.UTC(2026, 10, 20, 16, 0))).toBe('11月21日 周六 上午12:00')
  expect(formatInstant(Date.UTC(2026, 10, 21, 4, 30))).toBe('11月21日 周六 下午12:30')
})

test('a day begins at midnight in Shanghai', () => {
  expect(localDateAt(Date.UTC(2026, 10, 20, 15, 59, 59, 999))).toBe('2026-11-20')
  expect(localDateAt(new Date('2026-11-20T16:00:00.000Z'))).toBe('2026-11-21')
})

test('agrees with the platform calendar', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (instant, days) => {
      const later = new Date(instant.getTime() + days * 86_400_000)
      expect(addDays(date(iso(instant)), days)).toBe(iso(later))
      expect(daysBetween(date(iso(instant)), date(iso(later)))).toBe(days)
      expect(dayOfWeek(date(iso(instant)))).toBe(instant.getUTCDay())
      expect(Math.sign(compareLocalDates(date(iso(instant)), date(iso(later))))).toBe(-Math.sign(days) + 0)
    }),
  )
})
