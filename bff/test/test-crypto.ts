import type { Clock } from '../src/platform/clock'
import { newKeyRing, parseKeyRing } from '../src/platform/crypto/crypto-keys'
import type { FieldCrypto } from '../src/platform/crypto/field-crypto'
import { createFieldCrypto, type KeyRing } from '../src/platform/crypto/key-ring'
import { createSigner, type Signer } from '../src/platform/signing/signer'

const testRing = (): KeyRing => parseKeyRing(JSON.stringify(newKeyRing('aes')), 'the test')

/** The real thing, with keys of its own. */
export function testCrypto(): FieldCrypto {
  return createFieldCrypto(testRing(), 'aes')
}

/** Signs with Ed25519 and a key of its own. */
export function testSigner(clock: Clock): Signer {
  return createSigner({ clock, ring: testRing(), cryptoSuite: 'aes' })
}
