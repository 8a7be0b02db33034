import type { FieldCrypto } from '../../platform/crypto/field-crypto'

/**
 * Our id of a licence in one account: a keyed hash in the form of a UUID (version 8, RFC 9562), so that it stays the same without
 * a row, says nothing of the licence, and is no licence at all in any other account.
 */
export function licenceRefOf(crypto: Pick<FieldCrypto, 'blindIndex'>, accountId: string, licenceId: string): string {
  const bytes = Buffer.from(crypto.blindIndex(`${accountId}/${licenceId}`, 'licence.ref'), 'base64url').subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Finds what is kept about a licence, in whichever account. */
export function licenceIndexOf(crypto: Pick<FieldCrypto, 'blindIndex'>, licenceId: string): string {
  return crypto.blindIndex(licenceId, 'licence.id')
}

/** Finds a presentation by the code that was typed. Keyed: fifty bits could be tried out against a plain hash. */
export function codeIndexOf(crypto: Pick<FieldCrypto, 'blindIndex'>, code: string): string {
  return crypto.blindIndex(code, 'licence.code')
}
