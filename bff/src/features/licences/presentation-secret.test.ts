import fc from 'fast-check'
import { PRESENTATION_CODE_PATTERN } from '@one-visit/shared/licences/rules'
import { hashOfNumber, newNumber, newTypedCode, parseScanned } from './presentation-secret'

test('a number is known again by its hash, and is never the same twice', () => {
  const number = newNumber()
  expect(parseScanned(` ${number}\n`)).toEqual({ kind: 'number', hash: hashOfNumber(number) })
  expect(newNumber()).not.toBe(number)
})

test('a typed code is read as people type it', () => {
  const code = newTypedCode()
  expect(code).toMatch(PRESENTATION_CODE_PATTERN)
  expect(parseScanned(`${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`)).toEqual({ kind: 'typed', code })
})

test.each([
  ['OV1L:ABC', 'offline'],
  ['OV1H:ABC', 'health'],
  ['', 'unknown'],
  ['OV1P:', 'unknown'],
  [newNumber().toLowerCase(), 'unknown'],
  [`${newNumber()}0`, 'unknown'],
  ['ABCDEFGHI1', 'unknown'],
])('%j is %s', (text, kind) => {
  expect(parseScanned(text).kind).toBe(kind)
})

test('nothing that is scanned makes it throw, and nothing is taken for a number by chance', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `OV1P:${text}`),
      ),
      (text) => {
        expect(parseScanned(text).kind).not.toBe('number')
      },
    ),
    { numRuns: 2_000 },
  )
})
