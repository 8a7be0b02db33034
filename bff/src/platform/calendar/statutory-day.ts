import { addDays, dayOfWeek, daysBetween, type LocalDate } from '@one-visit/shared/kernel/local-date'
// The data itself rather than the package's functions: those go through `Date`, and west of Greenwich are a day out.
import chineseDays from 'chinese-days/dist/chinese-days.json'

/** What the State Council's yearly notice makes of a day. */
export type StatutoryDay =
  | { readonly kind: 'workday' }
  | { readonly kind: 'weekend' }
  | { readonly kind: 'make_up_workday'; readonly holiday: string }
  /** `dayNumber` counts from 1 over the unbroken days off, weekends among them, as the notices count. */
  | { readonly kind: 'holiday'; readonly holiday: string; readonly dayNumber: number }
  | { readonly kind: 'unknown' }

const holidays: Readonly<Record<string, string>> = chineseDays.holidays
const makeUpWorkdays: Readonly<Record<string, string>> = chineseDays.workdays

/**
 * Whether there is holiday data for a year. A notice always gives these three days; a year without them is one of which the
 * data knows nothing, or only the edge that belongs to its neighbour.
 */
export function hasHolidayData(year: number): boolean {
  return ['01-01', '05-01', '10-01'].every((day) => holidays[`${year}-${day}`] !== undefined)
}

/** Of the days that there is data for, so that it cannot grow. */
const known = new Map<LocalDate, StatutoryDay>()

/** The kind of a day by law. */
export function statutoryDayOf(date: LocalDate): StatutoryDay {
  const day = known.get(date)
  if (day) return day
  if (!hasHolidayData(Number(date.slice(0, 4)))) return { kind: 'unknown' }
  const worked = workOut(date)
  known.set(date, worked)
  return worked
}

function workOut(date: LocalDate): StatutoryDay {
  const makeUp = makeUpWorkdays[date]
  if (makeUp !== undefined) return { kind: 'make_up_workday', holiday: chineseName(makeUp) }
  if (!isDayOff(date)) return { kind: 'workday' }
  const first = edgeOfDaysOff(date, -1)
  const names = namesBetween(first, edgeOfDaysOff(date, 1))
  const holiday = mostFrequent(names)
  return holiday === null ? { kind: 'weekend' } : { kind: 'holiday', holiday, dayNumber: daysBetween(first, date) + 1 }
}

const isWeekend = (date: LocalDate): boolean => dayOfWeek(date) === 0 || dayOfWeek(date) === 6
const isDayOff = (date: LocalDate): boolean =>
  holidays[date] !== undefined || (isWeekend(date) && makeUpWorkdays[date] === undefined)

/** An entry reads `National Day,国庆节,3`; residents and packs say 国庆. */
const chineseName = (entry: string): string => (entry.split(',')[1] ?? entry).replace('国庆节', '国庆')

/** The first (-1) or last (1) of the unbroken days off around a day off. */
function edgeOfDaysOff(date: LocalDate, step: -1 | 1): LocalDate {
  const next = addDays(date, step)
  return isDayOff(next) ? edgeOfDaysOff(next, step) : date
}

function namesBetween(first: LocalDate, last: LocalDate): string[] {
  const names: string[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const entry = holidays[day]
    if (entry !== undefined) names.push(chineseName(entry))
  }
  return names
}

/** Where 中秋 falls into the week of 国庆, the longer one gives the rule. */
function mostFrequent(names: readonly string[]): string | null {
  const count = (name: string): number => names.filter((other) => other === name).length
  return names.reduce<string | null>((best, name) => (best === null || count(name) > count(best) ? name : best), null)
}
