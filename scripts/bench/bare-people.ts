import type Database from 'better-sqlite3'
import type { ShownAccount, ShownSession } from '../../bff/src/features/identity/account-presenter'
import { hashSessionToken, parseSessionToken } from '../../bff/src/identity/session-token'
import type { Clock } from '../../bff/src/platform/clock'
import type { FieldCrypto } from '../../bff/src/platform/crypto/field-crypto'
import type { CountyPack } from '../../bff/src/platform/county-pack'

/** What the bare server works with. */
export interface BareDeps {
  readonly database: Database.Database
  readonly crypto: FieldCrypto
  readonly clock: Clock
  readonly pack: CountyPack
}

const PERSON = `
  SELECT s.id AS sessionId, s.idle_expires_at AS idleExpiresAt, s.absolute_expires_at AS absoluteExpiresAt, s.step_up_until AS stepUpUntil,
         a.id, a.phone_sealed AS phoneSealed, a.name_sealed AS nameSealed, a.resident_id_sealed AS residentIdSealed,
         a.resident_id_index AS residentIdIndex, a.wechat_index AS wechatIndex, a.real_name_verified_at AS realNameVerifiedAt,
         a.created_at AS createdAt
  FROM sessions s JOIN accounts a ON a.id = s.subject_id WHERE s.token_hash = ? AND s.subject_kind = 'resident'`

export type PersonRow = ShownAccount & ShownSession & { readonly sessionId: string; readonly residentIdIndex: string | null }

/** Token → session and account, in one statement; throws when there is none. */
export function personFinder({ database, clock }: BareDeps): (bearer: string) => PersonRow {
  const findPerson = database.prepare<[string], PersonRow>(PERSON)
  return (bearer) => {
    const token = parseSessionToken(bearer)
    const row = token ? findPerson.get(hashSessionToken(token)) : undefined
    const now = clock.now().toISOString()
    if (!row || row.idleExpiresAt <= now || row.absoluteExpiresAt <= now) throw new Error('no session')
    return row
  }
}
