import type { FieldCrypto } from '../platform/crypto/field-crypto'
import { listOf, type Reader } from '../platform/database'
import { findActorNames } from './actor-names'
import type { Mandate } from './mandate.entity'

/** Who the people of a mandate are, names masked. `officeId`: where the volunteer works; null for a resident. */
export interface MandateNames {
  readonly principal: string
  readonly actor: string
  readonly officeId: string | null
}

type Sides = Pick<Mandate, 'accountId' | 'actorKind' | 'actorId'>

const GONE = '已注销的账号'

/** The names on both sides, for any number of mandates. */
export async function findMandateNames(
  read: Reader,
  crypto: Pick<FieldCrypto, 'open'>,
  mandates: readonly Sides[],
): Promise<(sides: Sides) => MandateNames> {
  const people = mandates.flatMap((sides) => [principalOf(sides), actorOf(sides)])
  // One after the other: inside a transaction there is one connection.
  const nameOf = await findActorNames(read, crypto, people)
  const offices = await findOffices(read, mandates)
  return (sides) => ({
    principal: nameOf(principalOf(sides)) ?? GONE,
    actor: nameOf(actorOf(sides)) ?? GONE,
    officeId: offices.get(sides.actorId) ?? null,
  })
}

const principalOf = ({ accountId }: Sides) => ({ kind: 'resident', id: accountId }) as const
const actorOf = ({ actorKind, actorId }: Sides) => ({ kind: actorKind, id: actorId })

async function findOffices(read: Reader, mandates: readonly Sides[]): Promise<Map<string, string | null>> {
  const volunteers = mandates.filter(({ actorKind }) => actorKind === 'volunteer').map(({ actorId }) => actorId)
  if (volunteers.length === 0) return new Map()
  const rows = await read.sql<{ id: string; office_id: string | null }[]>`
    SELECT id, office_id FROM staff_members WHERE id IN ${listOf([...new Set(volunteers)])}`
  return new Map(rows.map(({ id, office_id }) => [id, office_id]))
}
