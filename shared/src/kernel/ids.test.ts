import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { isUuid, uuidv7 } from './ids'

test('ids made in one process are distinct and sort in the order they were made, whatever the clock does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_000_009 }), { minLength: 2, maxLength: 9_000 }),
      (clock) => {
        const ids = clock.map((now) => uuidv7(randomBytes, now))
        expect(ids).toEqual([...new Set(ids)].sort())
        expect(ids.every(isUuid)).toBe(true)
      },
    ),
    { numRuns: 10 },
  )
})

test('an id carries its time, version and variant', () => {
  const now = 4_000_000_000_000
  const id = uuidv7(randomBytes, now)
  expect(parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(now)
  expect(id.charAt(14)).toBe('7')
  expect('89ab').toContain(id.charAt(19))
})

test.each([
  '',
  'x',
  '018f3c2e-1111-7000-8000-00000000000',
  '018f3c2e111170008000000000000000',
  '018f3c2e-1111-7000-c000-000000000000',
])('%j is not an id', (value) => {
  expect(isUuid(value)).toBe(false)
})
