import { instantOf } from './local-time'

it('reads a local time of China as an instant, whatever the season', () => {
  expect(instantOf('2026-01-01 00:30:00')).toBe('2025-12-31T16:30:00.000Z')
  expect(instantOf('2026-07-01 08:00:00')).toBe('2026-07-01T00:00:00.000Z')
})
