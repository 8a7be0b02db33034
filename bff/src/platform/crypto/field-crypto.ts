/**
 * Encrypts single fields at rest. `purpose` (for instance `account.name`) is authenticated with the text: what was sealed
 * for one purpose does not open for another, so a value cannot be moved between columns or rows whose purposes differ.
 */
export interface FieldCrypto {
  /** `v1.<suite>.<keyId>.<base64url>`; never the same twice. */
  seal(plain: string, purpose: string): string
  /** Opens text of any suite and any key of the ring; throws SealedTextError when it is altered or of another purpose. */
  open(sealed: string, purpose: string): string
  /** A keyed hash for look-up by exact value; the same for the same value and purpose, across key rotation and change of suite. */
  blindIndex(value: string, purpose: string): string
  /** What sealed text begins with now: `v1.<suite>.<keyId>.`. */
  readonly head: string
}

export type SuiteName = 'aes' | 'guomi'

/** One way of sealing: authenticated encryption of bytes, with `context` authenticated beside them. */
export interface Suite {
  seal(plain: Buffer, context: Buffer): Buffer
  /** Throws when the bytes or the context are not those sealed. */
  open(sealed: Buffer, context: Buffer): Buffer
}

/** Says nothing of the text or the key. */
export class SealedTextError extends Error {
  override readonly name = 'SealedTextError'

  constructor(reason: 'not_sealed_text' | 'unknown_key' | 'altered_or_other_purpose') {
    super(`sealed text cannot be opened: ${reason}`)
  }
}
