import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import type { Principal } from '../platform/http/principal'
import { Session } from './session.entity'
import { renewSession } from './session-store'
import { hashSessionToken, parseSessionToken } from './session-token'
import { StaffMember } from './staff-member.entity'
import { Account } from './account.entity'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** Use lengthens the idle time, but is written down at most this often (ms), so that reading stays reading. */
const TOUCH_EVERY_MS = { resident: 3_600_000, staff: 60_000 } as const

/** Asking how long a session still lasts must not lengthen it. */
const NOT_USE = new Set(['GET /v1/session', 'GET /v1/staff/session'])

/** Token → who is acting; null when the token is unknown, ended or expired. `endpoint` is the key of the endpoint that is called. */
export async function resolvePrincipal({ database, clock }: Deps, bearer: string, endpoint: string): Promise<Principal | null> {
  const token = parseSessionToken(bearer)
  if (!token) return null
  const session = await database.read.findOneBy(Session, { tokenHash: hashSessionToken(token) })
  const now = clock.now()
  if (!session || session.idleExpiresAt <= now.toISOString() || session.absoluteExpiresAt <= now.toISOString()) return null
  const principal =
    session.subjectKind === 'resident' ? await residentOf(database, session, now) : await staffOf(database, session)
  if (
    principal &&
    !NOT_USE.has(endpoint) &&
    now.getTime() - Date.parse(session.lastSeenAt) >= TOUCH_EVERY_MS[session.subjectKind]
  ) {
    await database.inTransaction((tx) => renewSession(tx, session, now))
  }
  return principal
}

async function residentOf(database: Database, session: Session, now: Date): Promise<Principal | null> {
  const account = await database.read.findOneBy(Account, { id: session.subjectId })
  if (!account) return null
  const verified = account.realNameVerifiedAt !== null
  const steppedUp = verified && session.stepUpUntil !== null && session.stepUpUntil > now.toISOString()
  return {
    kind: 'resident',
    accountId: account.id,
    sessionId: session.id,
    assurance: steppedUp ? 3 : verified ? 2 : 1,
    stepUpUntil: steppedUp ? session.stepUpUntil : null,
  }
}

async function staffOf(database: Database, session: Session): Promise<Principal | null> {
  const member = await database.read.findOneBy(StaffMember, { id: session.subjectId })
  return member && { kind: 'staff', staffId: member.id, sessionId: session.id, role: member.role, officeId: member.officeId }
}
