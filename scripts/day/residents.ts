import { SEALED } from '../../bff/src/identity/person'
import { AT_ONCE, type Booker, insertBookers, makeBookers } from '../bench/bookers'
import type { Store } from '../bench/place'
import { PEOPLE } from '../fake-departments/people'

/** Somebody with an account who is signed in. */
export interface Resident {
  /** Of the account. */
  readonly id: string
  readonly token: string
  /** Tells residents apart; every fourth is elderly. */
  readonly number: number
}

/** Every fifth has something under way, licences and a health code: the fake departments know five people, so they stand for these. */
export const KNOWN_EVERY = 5

export const isElder = ({ number }: Pick<Resident, 'number'>): boolean => number % 4 === 0
export const isKnown = ({ number }: Pick<Resident, 'number'>): boolean => number % KNOWN_EVERY === 1

/** The number that the departments are asked about. */
function numberAtDepartments({ number, residentId }: Booker): string {
  if (!isKnown({ number })) return residentId
  return PEOPLE[Math.floor(number / KNOWN_EVERY) % PEOPLE.length]?.residentId ?? residentId
}

/** That many verified residents, each signed in on one phone. */
export async function seedResidents(store: Store, count: number): Promise<Resident[]> {
  const residents: Resident[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const people = makeBookers(store, first, Math.min(AT_ONCE, count - first)).map((one) => ({
      ...one,
      residentIdSealed: store.crypto.seal(numberAtDepartments(one), SEALED.residentId),
    }))
    await store.database.inTransaction((tx) => insertBookers(tx, people, store.clock.now()))
    residents.push(...people.map(({ number, id, token }) => ({ number, id, token })))
  }
  return residents
}
