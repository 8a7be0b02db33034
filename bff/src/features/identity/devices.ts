import type { DeviceSessionListDto } from '@one-visit/shared/identity/contract'
import { actedBy } from '../../identity/acted-by'
import type { Session } from '../../identity/session.entity'
import { endAllSessions, endSession, findSessions } from '../../identity/session-store'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import type { SessionDeps } from './current-session'

const residentSubject = (principal: ResidentPrincipal) => ({ subjectKind: 'resident' as const, subjectId: principal.accountId })

/** The devices that are signed in, last used first. */
export async function listDevices(deps: SessionDeps, principal: ResidentPrincipal): Promise<DeviceSessionListDto> {
  const sessions = await findSessions(deps.database.read, residentSubject(principal), deps.clock.now())
  return { items: sessions.map((session) => presentDevice(session, principal.sessionId)) }
}

function presentDevice(session: Session, currentId: string): DeviceSessionListDto['items'][number] {
  return {
    id: session.id,
    label: session.deviceLabel,
    // Only staff have passwords, and this list is of residents' sessions.
    provider: session.provider === 'password' ? 'sms' : session.provider,
    signedInAt: session.createdAt,
    lastSeenAt: session.lastSeenAt,
    current: session.id === currentId,
  }
}

/** Signs one device out at once; `not_found` when it is not one of this person's. */
export async function signOutDevice(
  deps: SessionDeps,
  principal: ResidentPrincipal,
  sessionId: string,
  requestId: string,
): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    if (!(await endSession(tx, residentSubject(principal), sessionId))) throw problem('not_found')
    await appendAudit(tx, { ...byResident(principal, requestId), event: 'signed_out', subject: sessionId, at: deps.clock.now() })
  })
}

/** Signs every device out at once, this one too. */
export async function signOutEverywhere(deps: SessionDeps, principal: ResidentPrincipal, requestId: string): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    await endAllSessions(tx, residentSubject(principal))
    await appendAudit(tx, { ...byResident(principal, requestId), event: 'signed_out_everywhere', at: deps.clock.now() })
  })
}

const byResident = (principal: ResidentPrincipal, requestId: string) => ({
  ...actedBy(principal),
  requestId,
})
