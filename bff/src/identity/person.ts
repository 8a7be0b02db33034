import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Reader } from '../platform/database'
import { problem } from '../platform/errors'
import { sensitive, type Sensitive } from '../platform/sensitive'
import { Account } from './account.entity'

/** What the encrypted columns are bound to: a value moved to another column does not open. */
export const SEALED = {
  phone: 'account.phone',
  wechat: 'account.wechat',
  name: 'person.name',
  residentId: 'person.resident_id',
  provincial: 'account.provincial',
} as const

/** A resident whose real name the police service confirmed. */
export interface VerifiedPerson {
  readonly accountId: string
  readonly name: Sensitive<string>
  readonly residentId: Sensitive<string>
  /** Blind index of the number: names the person in keys and caches without revealing the number. */
  readonly residentIdIndex: string
}

interface PersonRow {
  readonly name_sealed: string | null
  readonly resident_id_sealed: string | null
  readonly resident_id_index: string | null
}

/** The verified person behind an account; throws `real_name_required`. */
export async function getVerifiedPerson(read: Reader, crypto: FieldCrypto, accountId: string): Promise<VerifiedPerson> {
  const [row] = await read.sql<PersonRow[]>`
    SELECT name_sealed, resident_id_sealed, resident_id_index FROM accounts WHERE id = ${accountId}`
  if (!row?.name_sealed || !row.resident_id_sealed || !row.resident_id_index) throw problem('real_name_required')
  return {
    accountId,
    name: sensitive(crypto.open(row.name_sealed, SEALED.name)),
    residentId: sensitive(crypto.open(row.resident_id_sealed, SEALED.residentId)),
    residentIdIndex: row.resident_id_index,
  }
}

/** The account's phone; null when none is bound. */
export async function findPhone(read: Reader, crypto: FieldCrypto, accountId: string): Promise<Sensitive<string> | null> {
  const account = await read.findOneBy(Account, { id: accountId })
  return account?.phoneSealed ? sensitive(crypto.open(account.phoneSealed, SEALED.phone)) : null
}
