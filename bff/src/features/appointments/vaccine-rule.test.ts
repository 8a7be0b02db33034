import { addDays, daysBetween, type LocalDate } from '@one-visit/shared/kernel/local-date'
import * as fc from 'fast-check'
import type { VaccineRule } from '../../platform/county-pack/pack-files'
import { ageOn } from './age-on'
import { judgeVaccine, type VaccineVerdict } from './vaccine-rule'

const SHINGLES: VaccineRule = {
  name: '带状疱疹疫苗',
  minAge: 40,
  maxAge: null,
  doses: 2,
  minIntervalDays: 60,
  repeatAfterDays: null,
}
const FLU: VaccineRule = { name: '流感疫苗', minAge: 18, maxAge: null, doses: 1, minIntervalDays: 0, repeatAfterDays: 300 }

const day = (text: string): LocalDate => text as LocalDate
const judge = (rule: VaccineRule, days: readonly string[], date: string, birthDate = '1975-06-30'): VaccineVerdict =>
  judgeVaccine({
    rule,
    birthDate: day(birthDate),
    doses: days.map((one) => ({ vaccine: rule.name, date: day(one) })),
    date: day(date),
  })

test('without any dose the first one is given', () => {
  expect(judge(SHINGLES, [], '2026-11-21')).toEqual({
    eligible: true,
    reason: '这一天可以打带状疱疹疫苗第 1 针，一共 2 针。',
    earliestDate: null,
    dosesHad: 0,
    dosesNeeded: 2,
  })
  expect(judge(FLU, [], '2026-11-21').reason).toBe('这一天可以打流感疫苗。')
})

test('between two doses lie the days of the rule, and the earliest day is told', () => {
  expect(judge(SHINGLES, ['2026-11-01'], '2026-12-30')).toEqual({
    eligible: false,
    reason: '带状疱疹疫苗两针之间至少隔 60 天：上一针是 11月1日 周日 打的，下一针最早 12月31日 周四。',
    earliestDate: '2026-12-31',
    dosesHad: 1,
    dosesNeeded: 2,
  })
  expect(judge(SHINGLES, ['2026-11-01'], '2026-12-31')).toMatchObject({ eligible: true, dosesHad: 1 })
})

test('another year is said', () => {
  expect(judge(SHINGLES, ['2026-11-21'], '2026-12-01').reason).toContain('最早 2027年1月20日 周三')
})

test('a complete series needs nothing more, at whatever age', () => {
  const { eligible, reason, earliestDate } = judge({ ...SHINGLES, maxAge: 45 }, ['2025-09-17', '2025-12-06'], '2026-11-21')
  expect([eligible, reason, earliestDate]).toEqual([false, '带状疱疹疫苗一共 2 针，已经打完，不用再约。', null])
})

test('a yearly vaccine begins anew', () => {
  expect(judge(FLU, ['2025-10-27'], '2026-11-21')).toMatchObject({ eligible: true, dosesHad: 0 })
  expect(judge(FLU, ['2025-10-27', '2026-10-12'], '2026-11-21')).toMatchObject({
    eligible: false,
    reason: '流感疫苗上一次是 10月12日 周一 打的，最早 2027年8月8日 周日 可以再打。',
    earliestDate: '2027-08-08',
    dosesHad: 1,
  })
})

test.each([
  ['too young', '1987-01-01', '带状疱疹疫苗要满 40 周岁才能打，这一天还没有满。'],
  ['too old', '1970-11-20', '带状疱疹疫苗只给 55 周岁及以下的人打，这一天已经超过。'],
])('who is %s is refused without a day to wait for', (_, birthDate, reason) => {
  const verdict = judge({ ...SHINGLES, maxAge: 55 }, [], '2026-11-21', birthDate)
  expect(verdict).toMatchObject({ eligible: false, reason, earliestDate: null })
})

test('both ends of the age band may come', () => {
  const band = { ...SHINGLES, maxAge: 55 }
  for (const birthDate of ['1986-11-21', '1970-11-22']) {
    expect(judge(band, [], '2026-11-21', birthDate).eligible).toBe(true)
  }
})

test('who will be too old when the days are over is not sent to wait', () => {
  const verdict = judge({ ...SHINGLES, maxAge: 55 }, ['2026-11-01'], '2026-11-21', '1970-12-01')
  expect(verdict).toMatchObject({ eligible: false, earliestDate: null, reason: expect.stringContaining('已经超过 55 周岁') })
})

test('a dose entered twice is one, and other vaccines do not count', () => {
  expect(judge(SHINGLES, ['2026-01-05', '2026-01-05'], '2026-11-21')).toMatchObject({ eligible: true, dosesHad: 1 })
  const doses = [{ vaccine: '麻腮风疫苗', date: day('2026-11-20') }]
  const verdict = judgeVaccine({ rule: SHINGLES, birthDate: day('1975-06-30'), doses, date: day('2026-11-21') })
  expect(verdict).toMatchObject({ eligible: true, dosesHad: 0 })
})

const anyDay = (last: number): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: 0, max: last }).map((n) => addDays(day('1990-01-01'), n))
const anyRule: fc.Arbitrary<VaccineRule> = fc
  .record({
    low: fc.integer({ min: 0, max: 60 }),
    span: fc.option(fc.integer({ min: 0, max: 30 })),
    doses: fc.integer({ min: 1, max: 4 }),
    minIntervalDays: fc.integer({ min: 1, max: 400 }),
    repeatAfter: fc.option(fc.integer({ min: 1, max: 400 })),
  })
  .map(({ low, span, doses, minIntervalDays, repeatAfter }) => ({
    name: '疫苗',
    minAge: low,
    maxAge: span === null ? null : low + span,
    doses,
    minIntervalDays,
    repeatAfterDays: repeatAfter === null ? null : minIntervalDays + repeatAfter,
  }))
const anyQuestion = fc
  .record({ rule: anyRule, birthDate: anyDay(3_000), days: fc.array(anyDay(12_000), { maxLength: 5 }), wait: fc.nat(600) })
  .map(({ rule, birthDate, days, wait }) => {
    const doses = days.map((date) => ({ vaccine: rule.name, date }))
    const last = [...days].sort().at(-1) ?? day('2020-01-01')
    return { rule, birthDate, doses, date: addDays(last, wait) }
  })

test('whoever may come is of the age, has a dose to go, and has waited', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { rule, birthDate, doses, date } = question
      const verdict = judgeVaccine(question)
      fc.pre(verdict.eligible)
      const age = ageOn(birthDate, date)
      expect(age).toBeGreaterThanOrEqual(rule.minAge ?? 0)
      expect(age).toBeLessThanOrEqual(rule.maxAge ?? 200)
      expect(verdict.dosesHad).toBeLessThan(rule.doses)
      for (const dose of doses) expect(daysBetween(dose.date, date)).toBeGreaterThanOrEqual(rule.minIntervalDays)
    }),
  )
})

test('the earliest day is later, is good, and the day before it is not', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { earliestDate } = judgeVaccine(question)
      fc.pre(earliestDate !== null)
      expect(earliestDate > question.date).toBe(true)
      expect(judgeVaccine({ ...question, date: earliestDate }).eligible).toBe(true)
      expect(judgeVaccine({ ...question, date: addDays(earliestDate, -1) }).eligible).toBe(false)
    }),
  )
})

test('the order of the records does not matter', () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      expect(judgeVaccine({ ...question, doses: [...question.doses].reverse() })).toEqual(judgeVaccine(question))
    }),
  )
})
