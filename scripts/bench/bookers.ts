import { PRIVACY_VERSION, SESSION_LIFETIMES } from '@one-visit/shared/identity/rules'
import { SEALED } from '../../bff/src/identity/person'
import { hashSessionToken, newSessionToken } from '../../bff/src/identity/session-token'
import { type Transaction, valuesOf } from '../../bff/src/platform/database'
import { newId } from '../../bff/src/platform/ids'
import { racePerson } from '../race/people'
import type { Store } from './place'

/** Rows in one statement: PostgreSQL takes 65,535 values. */
export const AT_ONCE = 1_000

/** A verified resident as the tables keep them. */
export interface Booker {
  readonly number: number
  readonly id: string
  readonly token: ReturnType<typeof newSessionToken>
  readonly residentId: string
  readonly phoneSealed: string
  readonly phoneIndex: string
  readonly nameSealed: string
  readonly residentIdSealed: string
  readonly personIndex: string
}

/** That many verified residents who are signed in; hands back their tokens. */
export async function seedBookers(store: Store, count: number): Promise<string[]> {
  const tokens: string[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const people = makeBookers(store, first, Math.min(AT_ONCE, count - first))
    await store.database.inTransaction((tx) => insertBookers(tx, people, store.clock.now()))
    tokens.push(...people.map(({ token }) => token))
  }
  return tokens
}

export function makeBookers({ crypto, clock }: Store, first: number, count: number): Booker[] {
  const now = clock.now()
  return Array.from({ length: count }, (_, index) => {
    const { name, residentId, phone } = racePerson(first + index)
    return {
      number: first + index,
      id: newId(now),
      token: newSessionToken(),
      residentId,
      phoneSealed: crypto.seal(phone, SEALED.phone),
      phoneIndex: crypto.blindIndex(phone, SEALED.phone),
      nameSealed: crypto.seal(name, SEALED.name),
      residentIdSealed: crypto.seal(residentId, SEALED.residentId),
      personIndex: crypto.blindIndex(residentId, SEALED.residentId),
    }
  })
}

/** At most a thousand. */
export async function insertBookers(tx: Transaction, people: readonly Booker[], now: Date): Promise<void> {
  const at = now.toISOString()
  const ends = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const { idle, absolute } = SESSION_LIFETIMES.resident
  const accounts = people.map((one) => [
    ...[one.id, one.phoneSealed, one.phoneIndex, one.nameSealed, one.residentIdSealed, one.personIndex, at, PRIVACY_VERSION, at],
  ])
  const sessions = people.map(({ id, token }) => [
    ...[newId(now), hashSessionToken(token), 'resident', id, 'sms', 'bench', at, at, ends(idle), ends(absolute)],
  ])
  await tx.sql`
    INSERT INTO accounts (id, phone_sealed, phone_index, name_sealed, resident_id_sealed, resident_id_index,
      real_name_verified_at, privacy_version, created_at)
    VALUES ${valuesOf(accounts)}`
  await tx.sql`
    INSERT INTO sessions (id, token_hash, subject_kind, subject_id, provider, device_label, created_at, last_seen_at,
      idle_expires_at, absolute_expires_at)
    VALUES ${valuesOf(sessions)}`
}
