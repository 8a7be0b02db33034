import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { licenceStateOn } from './licence-state'

const day = (text: string) => text as LocalDate
const TODAY = day('2026-11-21')

test.each([
  [null, 'valid'],
  ['2026-11-20', 'expired'],
  ['2026-11-21', 'expiring'],
  ['2027-02-19', 'expiring'],
  ['2027-02-20', 'valid'],
])('one that runs until %s is %s', (until, state) => {
  const validUntil = until === null ? null : day(until)
  expect(licenceStateOn({ state: 'valid', validUntil }, TODAY)).toBe(state)
  expect(licenceStateOn({ state: 'cancelled', validUntil }, TODAY)).toBe('revoked')
})
