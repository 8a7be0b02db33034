import { FAMILY_LIMIT } from '@one-visit/shared/family/rules'
import { FamilyMember } from '../../identity/family-member.entity'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import { newId } from '../../platform/ids'
import type { Binding } from './binding'

type NewMember = Pick<FamilyMember, 'accountId' | 'personIndex' | 'nameSealed' | 'residentIdSealed' | 'relation'> & Binding

type TakenPlace = Pick<FamilyMember, 'id' | 'accountId' | 'personIndex' | 'accountPlace' | 'personPlace'>

/** Each lost race means that somebody else took one of these places. */
const MOST_RACES = FAMILY_LIMIT.peoplePerAccount + FAMILY_LIMIT.accountsPerPerson

/**
 * The entry of this person on this account: the one there is, else a new one on the lowest free places. The unique indexes on
 * the places decide between processes, so a check here never lets a ninth person or a fourth account through.
 * Throws `family_limit_reached`.
 */
export async function placeMember(tx: Transaction, wanted: NewMember, now: Date): Promise<FamilyMember> {
  const { accountId, personIndex } = wanted
  await tx.affected`
    DELETE FROM family_members
    WHERE (account_id = ${accountId} OR person_index = ${personIndex}) AND ends_at <= ${now.toISOString()}`
  for (let race = 0; race <= MOST_RACES; race += 1) {
    const taken = await findTaken(tx, accountId, personIndex)
    const same = taken.find((one) => one.accountId === accountId && one.personIndex === personIndex)
    if (same) return tx.findOneByOrFail(FamilyMember, { id: same.id })
    const member = rowOf(wanted, freePlaces(taken, accountId, personIndex), now)
    const inserted = await insert(tx, member)
    if (inserted) return member
  }
  throw problem('family_limit_reached')
}

function findTaken(tx: Transaction, accountId: string, personIndex: string): Promise<TakenPlace[]> {
  return tx.sql<TakenPlace[]>`
    SELECT id, account_id AS "accountId", person_index AS "personIndex", account_place AS "accountPlace",
      person_place AS "personPlace"
    FROM family_members WHERE account_id = ${accountId} OR person_index = ${personIndex}`
}

type Places = Pick<FamilyMember, 'accountPlace' | 'personPlace'>

function freePlaces(taken: readonly TakenPlace[], accountId: string, personIndex: string): Places {
  const ofAccount = taken.filter((one) => one.accountId === accountId).map((one) => one.accountPlace)
  const accountPlace = lowestFree(ofAccount, FAMILY_LIMIT.peoplePerAccount)
  if (accountPlace === null) throw problem('family_limit_reached', { detail: '您的账号里已经有 8 位家人，包括等待同意的。' })
  const ofPerson = taken.filter((one) => one.personIndex === personIndex).map((one) => one.personPlace)
  const personPlace = lowestFree(ofPerson, FAMILY_LIMIT.accountsPerPerson)
  if (personPlace === null) throw problem('family_limit_reached', { detail: '这位家人已经在 3 个账号里，包括等待同意的。' })
  return { accountPlace, personPlace }
}

function lowestFree(taken: readonly number[], most: number): number | null {
  for (let place = 1; place <= most; place += 1) if (!taken.includes(place)) return place
  return null
}

function rowOf(wanted: NewMember, places: Places, now: Date): FamilyMember {
  const at = now.toISOString()
  return {
    id: newId(now),
    ...wanted,
    ...places,
    askedAt: at,
    boundAt: wanted.status === 'active' ? at : null,
    codeIndex: null,
    codeExpiresAt: null,
    codeAgainAt: null,
  }
}

async function insert(tx: Transaction, row: FamilyMember): Promise<boolean> {
  const inserted = await tx.sql<object[]>`
    INSERT INTO family_members (id, account_id, account_place, person_index, person_place, name_sealed, resident_id_sealed,
      relation, status, evidence, asked_at, bound_at, ends_at)
    VALUES (${row.id}, ${row.accountId}, ${row.accountPlace}, ${row.personIndex}, ${row.personPlace}, ${row.nameSealed},
      ${row.residentIdSealed}, ${row.relation}, ${row.status}, ${row.evidence}, ${row.askedAt}, ${row.boundAt}, ${row.endsAt})
    ON CONFLICT DO NOTHING RETURNING id`
  return inserted.length > 0
}
