import { sensitive } from '../platform/sensitive'
import { hasTurned, turnsOn } from './birthday'

const NOW = new Date('2026-11-21T01:00:00.000Z')
const born = (residentId: string) => sensitive(residentId)

test.each([
  ['430224198507120019', 18, '2003-07-12'],
  ['430212201602290015', 18, '2034-03-01'],
  ['430212201602290015', 60, '2076-02-29'],
])('%s turns %i on %s', (residentId, years, day) => {
  expect(turnsOn(born(residentId), years, NOW)).toBe(day)
})

test('the day begins at midnight in Shanghai', () => {
  const child = born('430212201602290015')
  expect(hasTurned(child, 18, new Date('2034-02-28T15:59:59.999Z'))).toBe(false)
  expect(hasTurned(child, 18, new Date('2034-02-28T16:00:00.000Z'))).toBe(true)
})

test('what is no resident ID is never guessed at', () => {
  expect(() => turnsOn(born('430224198507120018'), 18, NOW)).toThrow('not valid')
})
