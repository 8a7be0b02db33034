import type { Clock } from '../platform/clock'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Transaction } from '../platform/database'
import { newId } from '../platform/ids'
import { SEALED } from './person'

interface Deps {
  readonly crypto: FieldCrypto
  readonly clock: Clock
}

/**
 * The id of the account of a person whose name and number the police service has confirmed. When there is none, one is made without
 * any way to sign in: it is the person's once they sign in themselves and verify their real name (claim-account.ts).
 */
export async function ensurePersonAccount(
  tx: Transaction,
  { crypto, clock }: Deps,
  { name, residentId }: { readonly name: string; readonly residentId: string },
): Promise<string> {
  const now = clock.now()
  const at = now.toISOString()
  // The update changes nothing; it makes the statement answer with the row that is there, also when another made it just now.
  const [account] = await tx.sql<{ id: string }[]>`
    INSERT INTO accounts (id, name_sealed, resident_id_sealed, resident_id_index, real_name_verified_at, counter_made, privacy_version, created_at)
    VALUES (${newId(now)}, ${crypto.seal(name, SEALED.name)}, ${crypto.seal(residentId, SEALED.residentId)},
      ${crypto.blindIndex(residentId, SEALED.residentId)}, ${at}, 1, '', ${at})
    ON CONFLICT (resident_id_index) DO UPDATE SET resident_id_index = excluded.resident_id_index
    RETURNING id`
  if (!account) throw new Error('The account of a person was not returned.')
  return account.id
}
