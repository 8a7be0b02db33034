import { isKnownDivision, mayBeHistoricDivision } from './divisions'

test.each([
  ['430224', '茶陵县'],
  ['430212', '渌口区'],
  ['430221', '株洲县, until 2018'],
  ['430281', '醴陵市'],
  ['430219', '醴陵市, until 1995'],
  ['432801', '郴州市 of the former 郴州地区'],
  ['441900', '东莞, which has no counties'],
  ['830000', '台湾 on residence permits'],
])('%s is known: %s', (code) => {
  expect(isKnownDivision(code)).toBe(true)
})

test.each(['430000', '430200', '430299', '999999', '000000', '43022', '4302240', ''])('%j is not a county', (code) => {
  expect(isKnownDivision(code)).toBe(false)
  expect(mayBeHistoricDivision(code)).toBe(false)
})

test('a well-formed code that another province may have withdrawn before 2002 passes only as historic', () => {
  expect(isKnownDivision('370620')).toBe(false)
  expect(mayBeHistoricDivision('370620')).toBe(true)
})
