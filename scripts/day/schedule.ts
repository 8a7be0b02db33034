import type { Random } from '../race/random'

/** What somebody comes for. */
export const ERRANDS = ['book', 'progress', 'health_code', 'licences', 'browse', 'sign_in', 'my_visits'] as const
export type Errand = (typeof ERRANDS)[number]

/** How often of a hundred. */
const SHARES: Readonly<Record<Errand, number>> = {
  book: 30,
  progress: 22,
  health_code: 12,
  licences: 8,
  browse: 18,
  sign_in: 5,
  my_visits: 5,
}

/** The county's day, in minutes after midnight. */
export const OPENS = 8 * 60
export const CLOSES = 17 * 60

/** How much goes on in each hour from eight on, compared with the hours before noon. */
const BUSY = [0.7, 1.5, 1.3, 1, 0.4, 0.7, 1.1, 1, 0.6] as const

/** What goes wrong, and when. The rush begins as the newest day opens. */
export const MOMENTS = {
  rush: 9 * 60,
  policeDown: 10 * 60,
  policeBack: 10 * 60 + 30,
  processKilled: 11 * 60,
  databaseRestarted: 14 * 60,
} as const

/** Somebody who comes, so many real milliseconds after the day began. */
export interface Coming {
  readonly atMs: number
  readonly errand: Errand
}

export interface DayLength {
  /** Real minutes in which the county's day passes. */
  readonly minutes: number
}

/** The real time of a minute of the county's day, in milliseconds after its beginning. */
export function realTime(minuteOfDay: number, { minutes }: DayLength): number {
  return ((minuteOfDay - OPENS) / (CLOSES - OPENS)) * minutes * 60_000
}

/** The county's time, `HH:MM`, so many real milliseconds after the day began. */
export function countyTime(realMs: number, { minutes }: DayLength): string {
  const minute = OPENS + Math.round((realMs / (minutes * 60_000)) * (CLOSES - OPENS))
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

/** Everybody who comes by themselves, in the order of their coming. */
export function planComings(people: number, day: DayLength, random: Random): Coming[] {
  const all = BUSY.reduce((sum, busy) => sum + busy, 0)
  return Array.from({ length: people }, () => {
    const { index, within } = pickByWeight(BUSY, random() * all)
    const errand =
      ERRANDS[
        pickByWeight(
          ERRANDS.map((one) => SHARES[one]),
          random() * 100,
        ).index
      ] ?? 'browse'
    return { atMs: realTime(OPENS + (index + within) * 60, day), errand }
  }).sort((a, b) => a.atMs - b.atMs)
}

/** Which weight a point falls into when they lie side by side, and how far into it (0–1). */
function pickByWeight(weights: readonly number[], point: number): { index: number; within: number } {
  let left = point
  for (const [index, weight] of weights.entries()) {
    if (left < weight) return { index, within: left / weight }
    left -= weight
  }
  return { index: weights.length - 1, within: 1 }
}

/** Real milliseconds: a crowd comes within this time, most of them at once. Not shortened with the day. */
const RUSH_LASTS_MS = 60_000

/** When each of a crowd presses the button, in real milliseconds after the day began. */
export function planRush(people: number, day: DayLength, random: Random): number[] {
  const opensAt = realTime(MOMENTS.rush, day)
  return Array.from({ length: people }, () => opensAt + RUSH_LASTS_MS * random() ** 1.5).sort((a, b) => a - b)
}
