import { formatInstant, formatLocalDate, formatLongDate, formatSecond } from './when'

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

test('days that are years away read with their year; other words stay', () => {
  expect(formatLongDate('2031-05-02')).toBe('2031年5月2日')
  expect(formatLongDate('长期')).toBe('长期')
  expect(formatLongDate('2031-02-30')).toBe('2031-02-30')
})

test('a second reads as on a watch', () => {
  expect(formatSecond('2026-11-21T01:00:15.000Z')).toBe('9:00:15')
})
