import { entities } from '../../bff/src/entities'
import { migrations } from '../../bff/src/migrations'
import { newKeyRing, parseKeyRing } from '../../bff/src/platform/crypto/crypto-keys'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'
import { createFieldCrypto } from '../../bff/src/platform/crypto/key-ring'
import { type Database, openDatabase } from '../../bff/src/platform/database'

/** Keys for one run, as text for the environment of the processes. */
export function makeKeys(): string {
  return JSON.stringify(newKeyRing('aes'))
}

export function openKeys(keys: string): FieldCrypto {
  return createFieldCrypto(parseKeyRing(keys, 'the bench'), 'aes')
}

/** The BFF's own database, with all its migrations. */
export function openStore(url: string): Promise<Database> {
  return openDatabase({ url, entities, migrations })
}
