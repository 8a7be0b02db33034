import { isOver18 } from './over-18'

const at = (shanghai: string): Date => new Date(`${shanghai}+08:00`)

it.each([
  ['2008-11-21', '2026-11-21T00:00:00', true],
  ['2008-11-21', '2026-11-20T23:59:59', false],
  ['2008-02-29', '2026-02-28T23:59:59', false],
  ['2008-02-29', '2026-03-01T00:00:00', true],
])('who was born on %s is of age at %s: %s', (birthDate, now, expected) => {
  expect(isOver18(birthDate, at(now))).toBe(expected)
})
