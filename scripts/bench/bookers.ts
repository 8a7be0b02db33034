import { SESSION_LIFETIMES } from '@one-visit/shared/identity/rules'
import { SEALED } from '../../bff/src/identity/person'
import { hashSessionToken, newSessionToken } from '../../bff/src/identity/session-token'
import { valuesOf } from '../../bff/src/platform/database'
import { newId } from '../../bff/src/platform/ids'
import { racePerson } from '../race/people'
import type { Store } from './place'

/** Rows in one statement: PostgreSQL takes 65,535 values. */
const AT_ONCE = 1_000

/** That many verified residents who are signed in; hands back their tokens. */
export async function seedBookers({ database, crypto, clock }: Store, count: number): Promise<string[]> {
  const now = clock.now()
  const at = now.toISOString()
  const ends = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()
  const { idle, absolute } = SESSION_LIFETIMES.resident
  const tokens: string[] = []
  for (let first = 0; first < count; first += AT_ONCE) {
    const people = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) => {
      return { ...racePerson(first + index), id: newId(now), token: newSessionToken() }
    })
    const accounts = people.map(({ id, name, residentId, phone }) => [
      ...[id, crypto.seal(phone, SEALED.phone), crypto.blindIndex(phone, SEALED.phone), crypto.seal(name, SEALED.name)],
      ...[crypto.seal(residentId, SEALED.residentId), crypto.blindIndex(residentId, SEALED.residentId), at, '2026-11-21', at],
    ])
    const sessions = people.map(({ id, token }) => [
      ...[newId(now), hashSessionToken(token), 'resident', id, 'sms', 'bench', at, at, ends(idle), ends(absolute)],
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
    tokens.push(...people.map(({ token }) => token))
  }
  return tokens
}
