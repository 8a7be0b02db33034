import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  addDays,
  compareLocalDates,
  dayOfWeek,
  daysBetween,
  type LocalDate,
  parseLocalDate,
} from '@one-visit/shared/kernel/local-date'
import fc from 'fast-check'
import { type CountyPack, loadCountyPack } from '../county-pack'
import { addWorkingDays } from './add-working-days'
import { type Opening, openingOf } from './opening-of'
import { hasHolidayData } from './statutory-day'

const counties = path.join(__dirname, '../../../counties')
const chaling = loadCountyPack(counties, '430224')
const lukou = loadCountyPack(counties, '430212')

/** The data grows with each yearly notice, so only the vectors name the year. */
const unknownYear = [2026, 2027, 2028, 2029, 2030].find((year) => !hasHolidayData(year)) ?? 2031

function day(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === null) throw new Error(`${text} is no day`)
  return date
}

const withOverrides = (...overrides: CountyPack['opening']['overrides']): CountyPack => ({
  ...chaling,
  opening: { ...chaling.opening, overrides },
})

const readVectors = (name: string): string[][] =>
  readFileSync(path.join(__dirname, 'vectors', `${name}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split('\t'))

/** An opening in the words of the vectors. */
function inVectorWords(date: LocalDate, { kind, reason }: Opening): string {
  const holiday = /^(.+)(?:放假|假期)/.exec(reason.text)?.[1] ?? ''
  const ordinal = { 2: 'second', 5: 'fifth' }[/第 (\d+) 天/.exec(reason.text)?.[1] ?? ''] ?? ''
  switch (reason.key) {
    case 'workday':
      return kind
    case 'make_up_workday':
      return `${kind}: make-up workday${dayOfWeek(date) === 6 ? ' although a Saturday' : ''}`
    case 'saturday_service':
      return `${kind}: Saturday service`
    case 'holiday_service':
      return `${kind}: ${holiday}, ${ordinal} day`
    case 'holiday':
      return `${kind}: ${dayOfWeek(date) === 6 ? 'inside a holiday although a Saturday' : holiday}`
    case 'weekend':
      return `${kind}: Sunday`
    case 'no_calendar_data':
      return 'no calendar data: flagged, never guessed'
    case 'county_decision':
      return `${kind}: ${reason.text}`
  }
}

test.each(readVectors('holiday-opening-2026'))('%s in 茶陵 is %s', (date = '', expected) => {
  expect(inVectorWords(day(date), openingOf(chaling, day(date)))).toBe(expected)
})

test.each(readVectors('working-days'))('from %s, %s working days end on %s', (start = '', days, due) => {
  expect(addWorkingDays(chaling, day(start), Number(days))).toBe(due)
})

test('the holiday openings of 2026 are these and no others, at the hours of each pack', () => {
  const openOn = (pack: CountyPack) =>
    Array.from({ length: 365 }, (_, index) => addDays(day('2026-01-01'), index)).filter(
      (date) => openingOf(pack, date).reason.key === 'holiday_service',
    )
  const expected = ['01-02', '02-19', '04-05', '05-02', '05-05', '06-20', '09-26', '10-05'].map((date) => `2026-${date}`)
  expect(openOn(chaling)).toEqual(expected)
  expect(openOn(lukou)).toEqual(expected)
  expect(openingOf(lukou, day('2026-10-05')).hours).toEqual([{ from: '09:00', to: '12:00' }])
  expect(openingOf(lukou, day('2026-11-21')).hours).toEqual([{ from: '09:00', to: '12:00' }])
})

test('a holiday is counted over all its days off: the weekend before it, and 中秋 within the week of 国庆', () => {
  expect(openingOf(chaling, day('2024-06-09')).reason).toMatchObject({ key: 'holiday_service', text: /端午假期第 2 天/ })
  expect(openingOf(chaling, day('2024-06-08')).kind).toBe('closed')
  expect(openingOf(chaling, day('2025-10-05')).reason.text).toContain('国庆假期第 5 天')
  expect(openingOf(chaling, day('2025-10-06'))).toMatchObject({ kind: 'closed', reason: { key: 'holiday' } })
})

test('a county without Saturday service rests on Saturdays', () => {
  const pack = { ...chaling, opening: { ...chaling.opening, saturdayHours: null } }
  expect(openingOf(pack, day('2026-11-21'))).toEqual({
    kind: 'closed',
    reason: { key: 'weekend', text: '周六休息。' },
    hours: [],
  })
})

test('the override of a county comes before every rule, also in a year without data', () => {
  const hours = [{ from: '09:00', to: '11:00' }]
  const pack = withOverrides(
    { date: day('2026-11-23'), kind: 'closed', reason: '停电检修，这一天不办理。' },
    { date: day('2026-11-22'), kind: 'open', reason: '医保集中缴费期，周日也能办。', hours },
    { date: day(`${unknownYear}-01-04`), kind: 'ordinary', reason: '工作日。', hours: null },
  )
  expect(openingOf(pack, day('2026-11-23'))).toMatchObject({ kind: 'closed', reason: { key: 'county_decision' }, hours: [] })
  expect(openingOf(pack, day('2026-11-22'))).toMatchObject({ kind: 'open', hours })
  expect(openingOf(pack, day(`${unknownYear}-01-04`))).toMatchObject({ kind: 'ordinary', hours: chaling.opening.ordinaryHours })
  expect(openingOf(pack, day(`${unknownYear}-01-05`)).kind).toBe('unknown')
  expect(addWorkingDays(pack, day('2026-11-20'), 1)).toBe('2026-11-24')
})

test('a year without data is said plainly, with a number to call', () => {
  const { kind, reason, hours } = openingOf(chaling, day(`${unknownYear}-03-01`))
  expect({ kind, hours }).toEqual({ kind: 'unknown', hours: [] })
  expect(reason.text).toContain(`${unknownYear} 年`)
  expect(reason.text).toContain('12345')
})

test('a promise is not made into a year without data', () => {
  expect(addWorkingDays(chaling, day(`${unknownYear - 1}-12-20`), 3)).not.toBeNull()
  expect(addWorkingDays(chaling, day(`${unknownYear - 1}-12-31`), 1)).toBeNull()
  expect(addWorkingDays(chaling, day(`${unknownYear}-02-01`), 1)).toBeNull()
})

const anyDay = fc
  .integer({ min: 0, max: daysBetween(day('2003-01-01'), day('2029-12-31')) })
  .map((days) => addDays(day('2003-01-01'), days))
const daysOf2026 = fc.integer({ min: 0, max: 300 }).map((days) => addDays(day('2026-01-01'), days))
const anyPack = fc.constantFrom(chaling, lukou)

test('a day has hours exactly when it is ordinary or open, and is unknown exactly when its year has no data', () => {
  fc.assert(
    fc.property(anyPack, anyDay, (pack, date) => {
      const { kind, hours, reason } = openingOf(pack, date)
      expect(hours.length > 0).toBe(kind === 'ordinary' || kind === 'open')
      expect(kind === 'unknown').toBe(!hasHolidayData(Number(date.slice(0, 4))))
      expect(reason.text).toMatch(/。$/)
    }),
  )
})

test('Saturday service is only ever on Saturdays, and no Sunday is an ordinary day unless made up', () => {
  fc.assert(
    fc.property(anyPack, anyDay, (pack, date) => {
      const { kind, reason } = openingOf(pack, date)
      if (reason.key === 'saturday_service') expect(dayOfWeek(date)).toBe(6)
      if (kind === 'ordinary' && [0, 6].includes(dayOfWeek(date))) expect(reason.key).toBe('make_up_workday')
    }),
  )
})

test('a due date is an ordinary day with exactly the promised number of them on the way', () => {
  fc.assert(
    fc.property(daysOf2026, fc.integer({ min: 1, max: 30 }), (start, days) => {
      const due = addWorkingDays(chaling, start, days)
      if (due === null) throw new Error('2026 has data')
      const passed = Array.from({ length: daysBetween(start, due) }, (_, index) => addDays(start, index + 1))
      expect(passed.filter((date) => openingOf(chaling, date).kind === 'ordinary')).toHaveLength(days)
      expect(openingOf(chaling, due).kind).toBe('ordinary')
    }),
  )
})

test('a later start or a longer promise never ends earlier, and promises add up', () => {
  const few = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(daysOf2026, few, few, few, (start, later, first, second) => {
      const end = addWorkingDays(chaling, start, first) ?? start
      expect(compareLocalDates(addWorkingDays(chaling, addDays(start, later), first) ?? start, end)).toBeGreaterThanOrEqual(0)
      expect(addWorkingDays(chaling, end, second)).toBe(addWorkingDays(chaling, start, first + second))
    }),
  )
})
