import { createLogger } from '../logger'
import { hasHolidayData } from './statutory-day'
import { warnOfMissingYears } from './warn-of-missing-years'

function warningsAt(instant: string): unknown[] {
  const lines: string[] = []
  const log = createLogger({ logLevel: 'warn' }, { write: (line) => lines.push(line) })
  warnOfMissingYears({ clock: { now: () => new Date(instant) }, log })
  return lines.map((line): unknown => JSON.parse(line))
}

test('a year without data is warned of from the year before, by the day in Shanghai', () => {
  const unknown = [2026, 2027, 2028, 2029, 2030].find((year) => !hasHolidayData(year)) ?? 2031
  expect(warningsAt(`${unknown - 2}-12-31T15:59:59Z`)).toEqual([])
  expect(warningsAt(`${unknown - 2}-12-31T16:00:00Z`)).toMatchObject([{ level: 'warn', years: [unknown] }])
  expect(warningsAt(`${unknown}-06-01T00:00:00Z`)).toMatchObject([{ level: 'warn', years: [unknown, unknown + 1] }])
})
