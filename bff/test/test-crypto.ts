import { parseKeyRing, newKeyRing } from '../src/platform/crypto/crypto-keys'
import type { FieldCrypto } from '../src/platform/crypto/field-crypto'
import { createFieldCrypto } from '../src/platform/crypto/key-ring'

/** The real thing, with keys of its own. */
export function testCrypto(): FieldCrypto {
  return createFieldCrypto(parseKeyRing(JSON.stringify(newKeyRing('aes')), 'the test'), 'aes')
}
