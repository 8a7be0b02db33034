import { COUNTY_CODES } from './division-codes'

/** 台湾 710000/830000, 香港 810000, 澳门 820000: one code each, also on residence permits (国办发〔2018〕81号). */
const WHOLE_REGIONS = ['710000', '810000', '820000', '830000']

/** `01-03,21` → holds 2? */
function isInRanges(ranges: string, number: number): boolean {
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.split('-')
    return number >= Number(first) && number <= Number(last)
  })
}

/** Whether `code` is a county-level division of GB/T 2260, current or withdrawn since 2002. */
export function isKnownDivision(code: string): boolean {
  if (!/^\d{6}$/.test(code)) return false
  if (WHOLE_REGIONS.indexOf(code) >= 0) return true
  const prefectures = (COUNTY_CODES[code.slice(0, 2)] ?? '').split(' ')
  const found = prefectures.filter((entry) => entry.slice(0, 2) === code.slice(2, 4))[0]
  return found !== undefined && isInRanges(found.slice(3), Number(code.slice(4)))
}

/** Whether `code` is a prefecture of GB/T 2260, such as 360800: its counties are known. */
export function isKnownPrefecture(code: string): boolean {
  const prefectures = (COUNTY_CODES[code.slice(0, 2)] ?? '').split(' ')
  return /^\d{4}00$/.test(code) && prefectures.some((entry) => entry.slice(0, 2) === code.slice(2, 4))
}

/**
 * Whether `code` may have been a county-level division before 2002. The codes withdrawn until then are not on record here,
 * so any code that GB/T 2260, 4 allows in a known province is accepted: wrongly refusing an elderly person is worse than
 * leaving a wrong area to the police check.
 */
export function mayBeHistoricDivision(code: string): boolean {
  if (isKnownDivision(code)) return true
  const province = code.slice(0, 2)
  if (!/^\d{6}$/.test(code) || COUNTY_CODES[province] === undefined) return false
  const prefecture = Number(code.slice(2, 4))
  return ((prefecture >= 1 && prefecture <= 70) || prefecture === 90) && code.slice(4) !== '00'
}
