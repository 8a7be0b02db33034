import { entities } from '../../bff/src/entities'
import { migrations } from '../../bff/src/migrations'
import type { Clock } from '../../bff/src/platform/clock'
import { newKeyRing, parseKeyRing } from '../../bff/src/platform/crypto/crypto-keys'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'
import { createFieldCrypto } from '../../bff/src/platform/crypto/key-ring'
import { type Database, openDatabase } from '../../bff/src/platform/database'
import { createSigner, type Signer } from '../../bff/src/platform/signing/signer'

/** Keys for one run, as text for the environment of the processes. */
export function makeKeys(): string {
  return JSON.stringify(newKeyRing('aes'))
}

export function openKeys(keys: string): FieldCrypto {
  return createFieldCrypto(parseKeyRing(keys, 'the bench'), 'aes')
}

/** Signs alike in every process that was given the same keys. */
export function openSigner(keys: string, clock: Clock): Signer {
  return createSigner({ clock, ring: parseKeyRing(keys, 'the bench'), cryptoSuite: 'aes' })
}

/** The BFF's own database, with all its migrations. */
export function openStore(url: string): Promise<Database> {
  return openDatabase({ url, entities, migrations })
}
