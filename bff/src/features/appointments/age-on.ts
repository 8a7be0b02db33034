import type { LocalDate } from '@one-visit/shared/kernel/local-date'

/** Age in whole years on a day (周岁); who was born on 29 February turns on 1 March in other years. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}
