import { isOrganisationId } from './organisation-id'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** `1.2.156.3005.2.<type 21>.<issuer 18>.<serial>.<version 3>.<check>` (GB/T 36904-2018, 5). */
const PATTERN = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{6,18})\.([0-9A-Z]+)\.([0-9A-Z]{3})\.([0-9A-Z])$/

/** ISO/IEC 7064 MOD 37,36, the hybrid system for letters and digits. */
function checkCharacter(text: string): string {
  let product = 36
  for (const character of text.split('')) {
    const sum = (product + ALPHABET.indexOf(character)) % 36
    product = ((sum === 0 ? 36 : sum) * 2) % 37
  }
  return ALPHABET.charAt((37 - product) % 36)
}

/** Whether `value` is the identifier of an electronic licence, with a right check character over its four parts. */
export function isLicenceId(value: string): boolean {
  const match = PATTERN.exec(value)
  if (match === null) return false
  const [, type = '', issuer = '', serial = '', version = '', check = ''] = match
  const isKnownIssuer = issuer.length === 18 ? isOrganisationId(issuer) : /^\d{6}$/.test(issuer)
  return isKnownIssuer && checkCharacter(type + issuer + serial + version) === check
}
