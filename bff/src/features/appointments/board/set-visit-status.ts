import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { APPOINTMENT_STATUS_TEXT, type AppointmentStatus } from '@one-visit/shared/appointments/rules'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { pauseAfterNoShow } from '../end-past-visits'
import { getVisitFor } from './get-visit'
import { auditOf, type StaffAct } from './staff-act'
import { presentBoardVisit } from './visit-presenter'

type StatusDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'pack' | 'crypto' | 'outbox'>

interface SetStatus {
  readonly to: 'called' | 'serving' | 'done' | 'no_show'
  /** Null: as it was. */
  readonly window: string | null
}

/** What may become what, and the status it then has. Calling changes no status. */
const STEPS: Readonly<
  Record<SetStatus['to'], { readonly from: readonly AppointmentStatus[]; readonly status: AppointmentStatus }>
> = {
  called: { from: ['checked_in'], status: 'checked_in' },
  serving: { from: ['checked_in'], status: 'serving' },
  done: { from: ['serving'], status: 'done' },
  no_show: { from: ['booked', 'checked_in'], status: 'no_show' },
}

/**
 * Calls again, serves, finishes, or writes down that nobody came. Doing the same twice is once. Throws `status_changed` when the
 * visit has gone another way, `appointment_not_changeable` for a no-show of somebody who has not checked in, before the slot has begun. No slot is locked: in all these
 * statuses the place is taken.
 */
export async function setVisitStatus(deps: StatusDeps, act: StaffAct, id: string, input: SetStatus): Promise<BoardVisitDto> {
  const row = await deps.database.inTransaction(async (tx) => {
    const visit = await getVisitFor(tx, deps.pack, act.staff, id)
    if (input.to !== 'called' && visit.status === STEPS[input.to].status) return visit
    requireStep(visit, input.to, act.at)
    return takeStep(deps, tx, act, visit, input)
  })
  return presentBoardVisit(deps.database.read, row, deps)
}

function requireStep(visit: AppointmentRow, to: SetStatus['to'], at: Date): void {
  if (!STEPS[to].from.includes(visit.status)) throw statusChanged(visit.status)
  // Who has a number was here: called and gone, they are gone. Who has not may still come until the time begins.
  if (to === 'no_show' && visit.status === 'booked' && visit.begins_at > at.toISOString()) {
    throw problem('appointment_not_changeable', { detail: '还没到预约的时间，不能记为没有来。' })
  }
}

const statusChanged = (status: AppointmentStatus) =>
  problem('status_changed', { detail: `这个预约现在是：${APPOINTMENT_STATUS_TEXT[status]}。` })

async function takeStep(
  deps: StatusDeps,
  tx: Transaction,
  act: StaffAct,
  visit: AppointmentRow,
  { to, window }: SetStatus,
): Promise<AppointmentRow> {
  const now = act.at.toISOString()
  const { status } = STEPS[to]
  const calledAt = to === 'called' ? now : (visit.called_at ?? (to === 'serving' ? now : null))
  const endedAt = to === 'done' || to === 'no_show' ? now : null
  const [row] = await tx.sql<AppointmentRow[]>`
    UPDATE appointments SET status = ${status}, called_at = ${calledAt}, window_label = ${window ?? visit.window_label}, ended_at = ${endedAt}
    WHERE id = ${visit.id} AND status = ${visit.status} RETURNING *`
  // On PostgreSQL somebody else may have been faster after we looked.
  if (!row) throw problem('status_changed')
  await appendAudit(tx, {
    ...auditOf(act),
    event: 'visit_status_changed',
    beneficiaryId: row.account_id,
    subject: row.id,
    data: { from: visit.status, to, ...(row.window_label !== null && { window: row.window_label }) },
  })
  if (to === 'no_show') await pauseAfterNoShow(deps, tx, row)
  return row
}
