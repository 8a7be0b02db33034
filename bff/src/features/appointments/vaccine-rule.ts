import { addDays, daysBetween, formatLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { VaccineRule } from '../../platform/county-pack/pack-files'
import { ageOn } from './age-on'

interface Question {
  readonly rule: VaccineRule
  readonly birthDate: LocalDate
  /** Every dose on record, of any vaccine, in any order. */
  readonly doses: readonly { readonly vaccine: string; readonly date: LocalDate }[]
  readonly date: LocalDate
}

/** `reason` is for residents. `earliestDate` when only the days since the last dose stand against it. */
export interface VaccineVerdict {
  readonly eligible: boolean
  readonly reason: string
  readonly earliestDate: LocalDate | null
  readonly dosesHad: number
  readonly dosesNeeded: number
}

/** Whether a person may have the next dose on a day: series, age band, days since the last dose, in this order. */
export function judgeVaccine({ rule, birthDate, doses, date }: Question): VaccineVerdict {
  const series = currentSeries(rule, doses, date)
  const counts = { dosesHad: series.length, dosesNeeded: rule.doses }
  const no = (reason: string, earliestDate: LocalDate | null = null): VaccineVerdict => ({
    eligible: false,
    reason,
    earliestDate,
    ...counts,
  })
  const isComplete = series.length >= rule.doses
  if (isComplete && rule.repeatAfterDays === null) return no(`${rule.name}一共 ${rule.doses} 针，已经打完，不用再约。`)
  const age = ageFault(rule, ageOn(birthDate, date))
  if (age !== null) return no(age)
  const wait = waitFault(rule, series, date)
  if (wait === null) return { eligible: true, reason: nextDoseText(rule, series.length), earliestDate: null, ...counts }
  if (ageFault(rule, ageOn(birthDate, wait.earliest)) === null) return no(wait.reason, wait.earliest)
  return no(`${wait.reason}到那时已经超过 ${rule.maxAge} 周岁，请打电话问接种门诊。`)
}

/** The days of the doses that still count on a day, oldest first; two entries of one day are one dose entered twice. */
function currentSeries(rule: VaccineRule, doses: Question['doses'], date: LocalDate): LocalDate[] {
  const days = [...new Set(doses.filter(({ vaccine }) => vaccine === rule.name).map((dose) => dose.date))].sort()
  const { repeatAfterDays } = rule
  if (repeatAfterDays === null) return days
  const startsAnew = (day: LocalDate, next: LocalDate): boolean => daysBetween(day, next) >= repeatAfterDays
  return days.filter((_, index) => !days.slice(index).some((day, at, rest) => startsAnew(day, rest[at + 1] ?? date)))
}

function ageFault({ name, minAge, maxAge }: VaccineRule, age: number): string | null {
  if (minAge !== null && age < minAge) return `${name}要满 ${minAge} 周岁才能打，这一天还没有满。`
  if (maxAge !== null && age > maxAge) return `${name}只给 ${maxAge} 周岁及以下的人打，这一天已经超过。`
  return null
}

function waitFault(
  rule: VaccineRule,
  series: readonly LocalDate[],
  date: LocalDate,
): { readonly earliest: LocalDate; readonly reason: string } | null {
  const last = series.at(-1)
  if (last === undefined) return null
  const isComplete = series.length >= rule.doses
  const earliest = addDays(last, isComplete ? (rule.repeatAfterDays ?? 0) : rule.minIntervalDays)
  if (date >= earliest) return null
  const [lastText, earliestText] = [dayText(last, date), dayText(earliest, date)]
  const reason = isComplete
    ? `${rule.name}上一次是 ${lastText} 打的，最早 ${earliestText} 可以再打。`
    : `${rule.name}两针之间至少隔 ${rule.minIntervalDays} 天：上一针是 ${lastText} 打的，下一针最早 ${earliestText}。`
  return { earliest, reason }
}

function nextDoseText({ name, doses }: VaccineRule, had: number): string {
  return doses === 1 ? `这一天可以打${name}。` : `这一天可以打${name}第 ${had + 1} 针，一共 ${doses} 针。`
}

/** The year is said where it is another one. */
function dayText(day: LocalDate, beside: LocalDate): string {
  const year = day.slice(0, 4)
  return year === beside.slice(0, 4) ? formatLocalDate(day) : `${year}年${formatLocalDate(day)}`
}
