import { maskName } from '@one-visit/shared/identity/rules'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import { listOf, type Reader } from '../platform/database'
import type { Actor } from '../platform/http/principal'
import { SEALED } from './person'

interface Row {
  readonly id: string
  readonly name_sealed: string | null
}

/** What those who act for others are called, masked; null for who has deleted their account. */
export async function findActorNames(
  read: Reader,
  crypto: Pick<FieldCrypto, 'open'>,
  actors: readonly Actor[],
): Promise<(actor: Actor) => string | null> {
  const residents = idsOf(actors, 'resident')
  const volunteers = idsOf(actors, 'volunteer')
  const accounts =
    residents.length === 0 ? [] : await read.sql<Row[]>`SELECT id, name_sealed FROM accounts WHERE id IN ${listOf(residents)}`
  const staff =
    volunteers.length === 0
      ? []
      : await read.sql<Row[]>`SELECT id, name_sealed FROM staff_members WHERE id IN ${listOf(volunteers)}`
  const names = {
    resident: namesIn(accounts, crypto, SEALED.name),
    volunteer: namesIn(staff, crypto, 'staff.name'),
  }
  return ({ kind, id }) => names[kind].get(id) ?? null
}

const idsOf = (actors: readonly Actor[], wanted: Actor['kind']): string[] => [
  ...new Set(actors.flatMap(({ kind, id }) => (kind === wanted ? [id] : []))),
]

const namesIn = (rows: readonly Row[], crypto: Pick<FieldCrypto, 'open'>, purpose: string): Map<string, string> =>
  new Map(
    rows.flatMap(({ id, name_sealed }) => (name_sealed === null ? [] : [[id, maskName(crypto.open(name_sealed, purpose))]])),
  )
