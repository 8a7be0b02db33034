import fc from 'fast-check'
import { parseLocalDate, type LocalDate } from './local-date'
import { parseResidentId } from './resident-id'

const TODAY = parseLocalDate('2026-11-21') as LocalDate

const reasonFor = (value: string): string => {
  const parsed = parseResidentId(value, TODAY)
  return parsed.ok ? 'none' : parsed.reason
}

test('says what is wrong with a number', () => {
  expect(reasonFor('430224194803120023')).toBe('none')
  expect(reasonFor('4302241948031200')).toBe('format')
  expect(reasonFor('430224199002310014')).toBe('birth_date')
  expect(reasonFor('999999199001010016')).toBe('division')
  expect(reasonFor('430224194803120024')).toBe('check_digit')
})

test('a birth today is accepted and a birth tomorrow is not', () => {
  const today = parseLocalDate('2026-01-01') as LocalDate
  expect(parseResidentId('430224202601010034', today).ok).toBe(true)
  expect(parseResidentId('430224202601010034', parseLocalDate('2025-12-31') as LocalDate)).toEqual({
    ok: false,
    reason: 'birth_date',
  })
})

test('changing any one digit of a valid number makes it invalid', () => {
  const valid = '430224199911053019'
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digit = (Number(valid.charAt(place)) + shift) % 10
      return !parseResidentId(valid.slice(0, place) + String(digit) + valid.slice(place + 1), TODAY).ok
    }),
  )
})

test('any text is answered, never thrown at', () => {
  fc.assert(fc.property(fc.string(), (text) => !parseResidentId(text, TODAY).ok))
})
