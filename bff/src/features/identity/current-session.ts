import type { SessionDto } from '@one-visit/shared/identity/contract'
import { Account } from '../../identity/account.entity'
import { Session } from '../../identity/session.entity'
import { renewSession } from '../../identity/session-store'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database, Reader } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { presentSession } from './account-presenter'

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

/** The present session as the app shows it. */
export async function viewSession(deps: SessionDeps, principal: ResidentPrincipal): Promise<SessionDto> {
  const { session, account } = await getSessionRows(deps.database.read, principal)
  return presentSession(session, account, deps.crypto, deps.clock.now())
}

/** Starts the idle time anew; the absolute end stays. */
export async function continueSession(deps: SessionDeps, principal: ResidentPrincipal): Promise<SessionDto> {
  const { session } = await getSessionRows(deps.database.read, principal)
  await deps.database.inTransaction((tx) => renewSession(tx, session, deps.clock.now()))
  return viewSession(deps, principal)
}
