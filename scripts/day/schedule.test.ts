import { seededRandom } from '../race/random'
import { CLOSES, countyTime, ERRANDS, MOMENTS, OPENS, planComings, planRush, realTime } from './schedule'

const day = { minutes: 9 }
const MINUTE = 60_000

it.each([
  [OPENS, 0, '08:00'],
  [MOMENTS.rush, MINUTE, '09:00'],
  [MOMENTS.policeBack, 2.5 * MINUTE, '10:30'],
  [MOMENTS.databaseRestarted, 6 * MINUTE, '14:00'],
  [CLOSES, 9 * MINUTE, '17:00'],
])('minute %d of the county’s day comes after %d ms, and is written %s', (minute, ms, text) => {
  expect(realTime(minute, day)).toBeCloseTo(ms)
  expect(countyTime(ms, day)).toBe(text)
})

it('plans everybody within the day, in their order, for every errand, and the same with the same seed', () => {
  const plan = () => planComings(2_000, day, seededRandom(7, 'people'))
  const comings = plan()
  const times = comings.map(({ atMs }) => atMs)
  expect(times).toEqual([...times].sort((a, b) => a - b))
  expect([Math.min(...times) >= 0, Math.max(...times) <= 9 * MINUTE]).toEqual([true, true])
  expect(new Set(comings.map(({ errand }) => errand))).toEqual(new Set(ERRANDS))
  expect(plan()).toEqual(comings)
})

it('sends more people in the morning than at noon', () => {
  const comings = planComings(2_000, day, seededRandom(7, 'people'))
  const inHour = (hour: number): number =>
    comings.filter(({ atMs }) => countyTime(atMs, day).startsWith(String(hour).padStart(2, '0'))).length
  expect(inHour(9)).toBeGreaterThan(2 * inHour(12))
})

it('lets the crowd come when the day opens, most of them in the first half of the rush, however short the day', () => {
  for (const minutes of [1, 9]) {
    const opensAt = realTime(MOMENTS.rush, { minutes })
    const times = planRush(1_000, { minutes }, seededRandom(7, 'crowd'))
    expect(times.filter((ms) => ms >= opensAt && ms <= opensAt + 60_000)).toHaveLength(1_000)
    expect(times.filter((ms) => ms <= opensAt + 30_000).length).toBeGreaterThan(600)
  }
})
