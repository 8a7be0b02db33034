import { SESSION_LIFETIMES } from '@one-visit/shared/identity/rules'
import { SEALED } from '../../bff/src/identity/person'
import { hashSessionToken, newSessionToken } from '../../bff/src/identity/session-token'
import { valuesOf } from '../../bff/src/platform/database'
import { newId } from '../../bff/src/platform/ids'
import { PEOPLE } from '../fake-departments/people'
import type { Store } from '../bench/place'
import { racePerson } from '../race/people'

/** Somebody with an account who is signed in. */
export interface Resident {
  /** Of the account. */
  readonly id: string
  readonly token: string
  /** Tells residents apart; every fourth is elderly. */
  readonly number: number
}

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const AT_ONCE = 1_000

/** Every fifth has something under way, licences and a health code: the fake departments know five people, so they stand for these. */
export const KNOWN_EVERY = 5

export const isElder = ({ number }: Pick<Resident, 'number'>): boolean => number % 4 === 0
export const isKnown = ({ number }: Pick<Resident, 'number'>): boolean => number % KNOWN_EVERY === 1

/** The number that the departments are asked about. */
function numberAtDepartments(number: number): string {
  const own = racePerson(number).residentId
  if (!isKnown({ number })) return own
  return PEOPLE[Math.floor(number / KNOWN_EVERY) % PEOPLE.length]?.residentId ?? own
}

/** That many verified residents, each signed in on one phone. */
export async function seedResidents(store: Store, count: number): Promise<Resident[]> {
  const residents: Resident[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => first + index)
    residents.push(...(await seedSome(store, numbers)))
  }
  return residents
}

async function seedSome({ database, crypto, clock }: Store, numbers: readonly number[]): Promise<Resident[]> {
  const now = clock.now()
  const at = now.toISOString()
  const ends = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const { idle, absolute } = SESSION_LIFETIMES.resident
  const residents = numbers.map((number) => ({ number, id: newId(now), token: newSessionToken() }))
  const accounts = residents.map(({ id, number }) => {
    const { name, residentId, phone } = racePerson(number)
    return [
      ...[id, crypto.seal(phone, SEALED.phone), crypto.blindIndex(phone, SEALED.phone), crypto.seal(name, SEALED.name)],
      ...[crypto.seal(numberAtDepartments(number), SEALED.residentId), crypto.blindIndex(residentId, SEALED.residentId)],
      ...[at, '2026-11-22', at],
    ]
  })
  const sessions = residents.map(({ id, token }) => [
    ...[newId(now), hashSessionToken(token), 'resident', id, 'sms', 'day', at, at, ends(idle), ends(absolute)],
  ])
  await database.inTransaction(async (tx) => {
    await tx.sql`
      INSERT INTO accounts (id, phone_sealed, phone_index, name_sealed, resident_id_sealed, resident_id_index,
        real_name_verified_at, privacy_version, created_at)
      VALUES ${valuesOf(accounts)}`
    await tx.sql`
      INSERT INTO sessions (id, token_hash, subject_kind, subject_id, provider, device_label, created_at, last_seen_at,
        idle_expires_at, absolute_expires_at)
      VALUES ${valuesOf(sessions)}`
  })
  return residents
}
