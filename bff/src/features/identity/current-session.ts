import type { SessionDto } from '@one-visit/shared/identity/contract'
import { Account } from '../../identity/account.entity'
import { Session } from '../../identity/session.entity'
import { renewSession } from '../../identity/session-store'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database, Reader } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { presentSession, type ShownAccount, type ShownSession } from './account-presenter'

export interface SessionDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
}

/** The rows behind the present session; `session_expired` when it was ended a moment ago. */
export async function getSessionRows(
  read: Reader,
  principal: ResidentPrincipal,
): Promise<{ session: Session; account: Account }> {
  const [session, account] = await Promise.all([
    read.findOneBy(Session, { id: principal.sessionId }),
    read.findOneBy(Account, { id: principal.accountId }),
  ])
  if (!session || !account) throw problem('session_expired')
  return { session, account }
}

/** The present session as the app shows it; `session_expired` when it was ended a moment ago. */
export async function viewSession(deps: SessionDeps, principal: ResidentPrincipal): Promise<SessionDto> {
  const row = await findShown(deps.database.read, principal)
  if (!row) throw problem('session_expired')
  return presentSession({ ...row, id: principal.sessionId }, row, deps.crypto, deps.clock.now())
}

/** One statement instead of entities: the app asks this at every start. `id` is the account's. */
async function findShown(read: Reader, principal: ResidentPrincipal): Promise<(ShownAccount & ShownSession) | null> {
  const [row] = await read.sql<(ShownAccount & ShownSession)[]>`
    SELECT s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt", s.step_up_until AS "stepUpUntil",
           a.id, a.phone_sealed AS "phoneSealed", a.wechat_index AS "wechatIndex", a.name_sealed AS "nameSealed",
           a.resident_id_sealed AS "residentIdSealed", a.real_name_verified_at AS "realNameVerifiedAt", a.created_at AS "createdAt"
    FROM sessions s JOIN accounts a ON a.id = s.subject_id
    WHERE s.id = ${principal.sessionId} AND a.id = ${principal.accountId}`
  return row ?? null
}

/** Starts the idle time anew; the absolute end stays. */
export async function continueSession(deps: SessionDeps, principal: ResidentPrincipal): Promise<SessionDto> {
  const { session } = await getSessionRows(deps.database.read, principal)
  await deps.database.inTransaction((tx) => renewSession(tx, session, deps.clock.now()))
  return viewSession(deps, principal)
}
