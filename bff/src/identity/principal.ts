import type { StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { Clock } from '../platform/clock'
import { createLookUp, type Database, listOf, type Reader } from '../platform/database'
import type { Principal, ResidentPrincipal, StaffPrincipal } from '../platform/http/principal'
import type { Session } from './session.entity'
import { renewSession } from './session-store'
import { type HashedSessionToken, hashSessionToken, parseSessionToken } from './session-token'

interface Deps {
  readonly database: Database
  readonly clock: Clock
}

/** Use lengthens the idle time, but is written down at most this often (ms), so that reading stays reading. */
const TOUCH_EVERY_MS = { resident: 3_600_000, staff: 60_000 } as const

/** Asking how long a session still lasts must not lengthen it, nor what a screen left open asks for by itself. */
const NOT_USE = new Set(['GET /v1/session', 'GET /v1/staff/session', 'GET /v1/staff/board', 'GET /v1/staff/visits'])

interface Row extends Pick<
  Session,
  'tokenHash' | 'id' | 'subjectKind' | 'lastSeenAt' | 'idleExpiresAt' | 'absoluteExpiresAt' | 'stepUpUntil'
> {
  readonly accountId: string | null
  readonly realNameVerifiedAt: string | null
  readonly staffId: string | null
  readonly role: StaffRole | null
  readonly officeId: string | null
}

/** Token → who is acting; null when the token is unknown, ended or expired. `endpoint` is the key of the endpoint that is called. */
export async function resolvePrincipal({ database, clock }: Deps, bearer: string, endpoint: string): Promise<Principal | null> {
  const token = parseSessionToken(bearer)
  if (!token) return null
  const row = await lookUpOf(database)(hashSessionToken(token))
  const now = clock.now()
  if (!row || row.idleExpiresAt <= now.toISOString() || row.absoluteExpiresAt <= now.toISOString()) return null
  const principal = residentOf(row, now) ?? staffOf(row)
  if (principal && !NOT_USE.has(endpoint) && now.getTime() - Date.parse(row.lastSeenAt) >= TOUCH_EVERY_MS[row.subjectKind]) {
    await database.inTransaction((tx) => renewSession(tx, row, now))
  }
  return principal
}

type LookUp = (tokenHash: HashedSessionToken) => Promise<Row | null>

const lookUps = new WeakMap<Database, LookUp>()

function lookUpOf(database: Database): LookUp {
  const lookUp = lookUps.get(database) ?? createLookUp(database, (hashes) => findRows(database.read, hashes))
  lookUps.set(database, lookUp)
  return lookUp
}

/** One statement instead of entities: nearly every request asks this (bff/README.md, "What a request costs"). */
async function findRows(read: Reader, tokenHashes: readonly string[]): Promise<Map<string, Row>> {
  const rows = await read.sql<Row[]>`
    SELECT s.token_hash AS "tokenHash", s.id, s.subject_kind AS "subjectKind", s.last_seen_at AS "lastSeenAt",
           s.idle_expires_at AS "idleExpiresAt", s.absolute_expires_at AS "absoluteExpiresAt", s.step_up_until AS "stepUpUntil",
           a.id AS "accountId", a.real_name_verified_at AS "realNameVerifiedAt",
           m.id AS "staffId", m.role, m.office_id AS "officeId"
    FROM sessions s
    LEFT JOIN accounts a ON s.subject_kind = 'resident' AND a.id = s.subject_id
    LEFT JOIN staff_members m ON s.subject_kind = 'staff' AND m.id = s.subject_id AND m.left_at IS NULL
    WHERE s.token_hash IN ${listOf(tokenHashes)}`
  return new Map(rows.map((row) => [row.tokenHash, row]))
}

function residentOf({ id, accountId, realNameVerifiedAt, stepUpUntil }: Row, now: Date): ResidentPrincipal | null {
  if (accountId === null) return null
  const verified = realNameVerifiedAt !== null
  const steppedUp = verified && stepUpUntil !== null && stepUpUntil > now.toISOString()
  const assurance = steppedUp ? 3 : verified ? 2 : 1
  const actor = { kind: 'resident', id: accountId } as const
  return {
    kind: 'resident',
    accountId,
    actor,
    mandate: null,
    sessionId: id,
    assurance,
    stepUpUntil: steppedUp ? stepUpUntil : null,
  }
}

function staffOf({ id, staffId, role, officeId }: Row): StaffPrincipal | null {
  return staffId === null || role === null ? null : { kind: 'staff', staffId, sessionId: id, role, officeId }
}
