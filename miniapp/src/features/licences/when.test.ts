import { formatMonth } from './when'

test('months as people say them', () => {
  expect(formatMonth('2026-09')).toBe('2026年9月')
})
