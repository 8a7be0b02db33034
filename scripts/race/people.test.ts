import { FIRST_DAY } from './arena'
import { racePerson } from './people'
import { parseResidentId } from '@one-visit/shared/kernel/resident-id'

it('makes people up with numbers that are valid and nobody else has', () => {
  const ids = [0, 1, 2, 319, 1_001, 2_999, 27_999, 28_000, 79_999, 279_999].map((number) => racePerson(number).residentId)
  expect(ids.map((id) => parseResidentId(id, FIRST_DAY).ok)).toEqual(ids.map(() => true))
  expect(new Set(ids).size).toBe(ids.length)
})
