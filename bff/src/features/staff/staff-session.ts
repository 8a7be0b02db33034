import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { Session } from '../../identity/session.entity'
import { endSession, renewSession } from '../../identity/session-store'
import { StaffMember } from '../../identity/staff-member.entity'
import { appendAudit } from '../../platform/audit'
import { problem } from '../../platform/errors'
import type { StaffPrincipal } from '../../platform/http/principal'
import type { StaffDeps } from './staff-sign-in'
import { presentStaffSession } from './staff-session-presenter'

async function getRows({ database }: StaffDeps, principal: StaffPrincipal): Promise<{ session: Session; member: StaffMember }> {
  const [session, member] = await Promise.all([
    database.read.findOneBy(Session, { id: principal.sessionId }),
    database.read.findOneBy(StaffMember, { id: principal.staffId }),
  ])
  if (!session || !member) throw problem('session_expired')
  return { session, member }
}

/** The present staff session; looking does not lengthen it. */
export async function viewStaffSession(deps: StaffDeps, principal: StaffPrincipal): Promise<StaffSessionDto> {
  const { session, member } = await getRows(deps, principal)
  return presentStaffSession(session, member, deps.crypto)
}

/** Starts the 30 idle minutes anew; the 8 hours stay. */
export async function continueStaffSession(deps: StaffDeps, principal: StaffPrincipal): Promise<StaffSessionDto> {
  const { session, member } = await getRows(deps, principal)
  const renewed = await deps.database.inTransaction((tx) => renewSession(tx, session, deps.clock.now()))
  return presentStaffSession(renewed, member, deps.crypto)
}

/** Signs this device out. */
export async function staffSignOut(deps: StaffDeps, principal: StaffPrincipal, requestId: string): Promise<void> {
  await deps.database.inTransaction(async (tx) => {
    await endSession(tx, { subjectKind: 'staff', subjectId: principal.staffId }, principal.sessionId)
    const actor = { kind: 'staff' as const, id: principal.staffId }
    await appendAudit(tx, { event: 'staff_signed_out', actor, subject: principal.sessionId, requestId, at: deps.clock.now() })
  })
}
