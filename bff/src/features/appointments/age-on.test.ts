import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { ageOn } from './age-on'

test.each<[birth: string, day: string, age: number]>([
  ['1948-03-12', '2026-03-11', 77],
  ['1948-03-12', '2026-03-12', 78],
  ['2016-02-29', '2026-02-28', 9],
  ['2016-02-29', '2026-03-01', 10],
  ['2026-11-21', '2026-11-21', 0],
])('born on %s, on %s one is %i', (birth, day, age) => {
  expect(ageOn(birth as LocalDate, day as LocalDate)).toBe(age)
})
