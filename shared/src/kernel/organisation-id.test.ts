import fc from 'fast-check'
import { isOrganisationId } from './organisation-id'

test('the example of the standard is valid (GB 32100-2015, annex A)', () => {
  expect(isOrganisationId('91350100M000100Y43')).toBe(true)
})

// Passed around as a sample, but its 17 characters sum to 25 mod 31, so the check character is 6.
test('the same code with another division has another check character', () => {
  expect(isOrganisationId('91350211M000100Y43')).toBe(false)
  expect(isOrganisationId('91350211M000100Y46')).toBe(true)
})

test('changing any one character of a valid code makes it invalid', () => {
  const valid = '91430224MA4L0000X7'
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 17 }),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY')),
      (place, character) => {
        const changed = valid.slice(0, place) + character + valid.slice(place + 1)
        return isOrganisationId(changed) === (changed === valid)
      },
    ),
  )
})
