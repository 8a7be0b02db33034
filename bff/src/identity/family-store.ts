import type { Relation } from '@one-visit/shared/family/rules'
import type { Clock } from '../platform/clock'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Database } from '../platform/database'
import { problem } from '../platform/errors'
import { sensitive, type Sensitive } from '../platform/sensitive'
import { getVerifiedPerson, SEALED } from './person'

interface Deps {
  readonly database: Pick<Database, 'read'>
  readonly crypto: FieldCrypto
  readonly clock: Clock
}

/** The person behind a `PersonRef`: `self`, or somebody of the family. `relation` null: the one who is signed in. */
export interface ResolvedPerson {
  readonly ref: string
  readonly relation: Relation | null
  readonly name: Sensitive<string>
  readonly residentId: Sensitive<string>
  /** Blind index of the number: names the person in keys and caches without revealing the number. */
  readonly residentIdIndex: string
}

interface Row {
  readonly relation: Relation
  readonly name_sealed: string
  readonly resident_id_sealed: string
  readonly person_index: string
}

/**
 * Whom a signed-in person means. Asked for every request, so that a removal, an answer or an eighteenth birthday holds for
 * the very next one. Throws `not_found` for whoever is not shown on this account now, be it nobody or somebody else's, and
 * `real_name_required` when the account itself has none.
 */
export async function resolvePerson(deps: Deps, accountId: string, ref: string): Promise<ResolvedPerson> {
  const { crypto, database } = deps
  if (ref === 'self') {
    const { name, residentId, residentIdIndex } = await getVerifiedPerson(database.read, crypto, accountId)
    return { ref, relation: null, name, residentId, residentIdIndex }
  }
  const now = deps.clock.now().toISOString()
  const [row] = await database.read.sql<Row[]>`
    SELECT relation, name_sealed, resident_id_sealed, person_index FROM family_members
    WHERE id = ${ref} AND account_id = ${accountId} AND status = 'active' AND (ends_at IS NULL OR ends_at > ${now})`
  if (!row) throw problem('not_found')
  return {
    ref,
    relation: row.relation,
    name: sensitive(crypto.open(row.name_sealed, SEALED.name)),
    residentId: sensitive(crypto.open(row.resident_id_sealed, SEALED.residentId)),
    residentIdIndex: row.person_index,
  }
}
