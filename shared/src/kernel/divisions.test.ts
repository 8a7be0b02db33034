import { isKnownDivision, isKnownPrefecture, mayBeHistoricDivision } from './divisions'

test.each([
  ['430224', '茶陵县'],
  ['430212', '渌口区'],
  ['430221', '株洲县, until 2018'],
  ['430281', '醴陵市'],
  ['441900', '东莞, which has no counties'],
  ['830000', '台湾 on residence permits'],
])('%s is known: %s', (code) => {
  expect(isKnownDivision(code)).toBe(true)
})

test.each(['430000', '430200', '999999', '000000', '43022', '4302240', ''])('%j is not a county', (code) => {
  expect(isKnownDivision(code)).toBe(false)
  expect(mayBeHistoricDivision(code)).toBe(false)
})

test.each([
  ['430219', 'a county of 株洲 before 2002'],
  ['370620', 'a county of 烟台, long gone'],
])('%s, which may have been withdrawn before 2002, passes only as historic: %s', (code) => {
  expect(isKnownDivision(code)).toBe(false)
  expect(mayBeHistoricDivision(code)).toBe(true)
})

test('a prefecture is known where its counties are', () => {
  expect(isKnownPrefecture('360800')).toBe(true)
  for (const code of ['360000', '360899', '369900', '990100', '3608', '']) expect(isKnownPrefecture(code)).toBe(false)
})
