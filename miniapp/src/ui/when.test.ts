import { formatInstant, formatLocalDate } from './when'

test.each([
  ['2026-11-21T01:00:00.000Z', '11月21日 周六 上午9:00'],
  ['2026-11-20T16:05:00.000Z', '11月21日 周六 上午12:05'],
  ['2026-11-21T04:30:00.000Z', '11月21日 周六 下午12:30'],
  ['2026-12-31T15:59:00.000Z', '12月31日 周四 下午11:59'],
])('%s reads %s in Shanghai', (instant, text) => {
  expect(formatInstant(instant)).toBe(text)
})

test('a local date reads with its weekday', () => {
  expect(formatLocalDate('2026-10-08')).toBe('10月8日 周四')
})
