import { nextCheckAfter } from './poll-schedule'

const now = new Date('2026-11-21T00:00:00.000Z')
const minutesUntil = (quietChecks: number): number => (Date.parse(nextCheckAfter(now, quietChecks)) - now.getTime()) / 60_000

test('a case that just changed is asked after in five minutes', () => {
  expect(minutesUntil(0)).toBe(5)
})

test('each check that brings nothing doubles the wait, up to six hours', () => {
  expect([1, 2, 3, 6, 7, 40].map(minutesUntil)).toEqual([10, 20, 40, 320, 360, 360])
})
