import { readFileSync } from 'node:fs'
import path from 'node:path'
import { isLicenceId } from './licence-id'
import { localDateAt } from './local-date'
import { isOrganisationId } from './organisation-id'
import { isResidentId, parseResidentId } from './resident-id'

/** Cases of one file; a value that the file cannot show (empty, null) is written as a word. */
function readVectors(name: string): [value: string, why: string][] {
  const lines = readFileSync(path.join(__dirname, 'vectors', `${name}.txt`), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line): [string, string] => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? ''])
}

describe.each([
  ['resident-id', isResidentId],
  ['organisation-id', isOrganisationId],
  ['licence-id', isLicenceId],
] as const)('%s vectors', (name, isValid) => {
  test.each(readVectors(`${name}.valid`))('accepts %j: %s', (value) => {
    expect(isValid(value)).toBe(true)
  })
  test.each(readVectors(`${name}.invalid`))('refuses %j: %s', (value) => {
    expect(isValid(value)).toBe(false)
  })
})

test('a lower-case check character is read as X', () => {
  expect(parseResidentId('11010519491231002x', localDateAt(Date.UTC(2026, 10, 21)))).toEqual({
    ok: true,
    value: '11010519491231002X',
    division: '110105',
    birthDate: '1949-12-31',
    sex: 'female',
  })
})
