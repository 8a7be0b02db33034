import { MoreThan } from 'typeorm'
import { SESSION_LIFETIMES } from '@one-visit/shared/identity/rules'
import type { Reader, Transaction } from '../platform/database'
import { newId } from '../platform/ids'
import { Session, type SignInProvider } from './session.entity'
import { hashSessionToken, newSessionToken, type SessionToken } from './session-token'

export interface NewSession {
  readonly subjectKind: Session['subjectKind']
  readonly subjectId: string
  readonly provider: SignInProvider
  readonly deviceId: string | null
  readonly deviceLabel: string
  readonly now: Date
}

const secondsAfter = (now: Date, seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString()

/** Starts a session with a token made now: a token a caller brought along is never taken over (no fixation). */
export async function startSession(tx: Transaction, start: NewSession): Promise<{ session: Session; token: SessionToken }> {
  const token = newSessionToken()
  const lifetime = SESSION_LIFETIMES[start.subjectKind]
  const session = tx.create(Session, {
    id: newId(start.now),
    tokenHash: hashSessionToken(token),
    subjectKind: start.subjectKind,
    subjectId: start.subjectId,
    provider: start.provider,
    deviceId: start.deviceId,
    deviceLabel: start.deviceLabel,
    createdAt: start.now.toISOString(),
    lastSeenAt: start.now.toISOString(),
    idleExpiresAt: secondsAfter(start.now, lifetime.idle),
    absoluteExpiresAt: secondsAfter(start.now, lifetime.absolute),
    stepUpUntil: null,
  })
  if (start.deviceId !== null) await tx.delete(Session, { ...subjectOf(start), deviceId: start.deviceId })
  await tx.insert(Session, session)
  return { session, token }
}

const subjectOf = (of: Pick<Session, 'subjectKind' | 'subjectId'>) => ({ subjectKind: of.subjectKind, subjectId: of.subjectId })

type RenewableSession = Pick<Session, 'id' | 'subjectKind' | 'absoluteExpiresAt'>

/** Starts the idle time anew, never past the absolute end. */
export async function renewSession<S extends RenewableSession>(tx: Transaction, session: S, now: Date): Promise<S> {
  const idle = secondsAfter(now, SESSION_LIFETIMES[session.subjectKind].idle)
  const idleExpiresAt = idle < session.absoluteExpiresAt ? idle : session.absoluteExpiresAt
  await tx.update(Session, { id: session.id }, { lastSeenAt: now.toISOString(), idleExpiresAt })
  return Object.assign(session, { lastSeenAt: now.toISOString(), idleExpiresAt })
}

/** The sessions of one person that still hold, newest use first. */
export function findSessions(read: Reader, of: Pick<Session, 'subjectKind' | 'subjectId'>, now: Date): Promise<Session[]> {
  const later = MoreThan(now.toISOString())
  return read.find(Session, {
    where: { ...subjectOf(of), idleExpiresAt: later, absoluteExpiresAt: later },
    order: { lastSeenAt: 'DESC' },
  })
}

/** Ends one session of this person; true when there was one. */
export async function endSession(tx: Transaction, of: Pick<Session, 'subjectKind' | 'subjectId'>, id: string): Promise<boolean> {
  const { affected } = await tx.delete(Session, { ...subjectOf(of), id })
  return (affected ?? 0) > 0
}

/** Ends every session of this person. */
export async function endAllSessions(tx: Transaction, of: Pick<Session, 'subjectKind' | 'subjectId'>): Promise<void> {
  await tx.delete(Session, subjectOf(of))
}
