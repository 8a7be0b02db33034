/** Without I O S V Z, which are misread (GB 32100-2015, 4.2). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 3^i mod 31 for each of the first 17 characters (GB 32100-2015, annex A). */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether `value` is a unified social credit code: 18 characters in capitals, with a right check character. */
export function isOrganisationId(value: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(value)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(value.charAt(index)), 0)
  return ALPHABET.charAt((31 - (sum % 31)) % 31) === value.charAt(17)
}
