import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { APPOINTMENT_STATUS_TEXT } from '@one-visit/shared/appointments/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { type AppointmentRow, findAppointment } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { requireOffice } from './board-policy'
import { type CounterLook, findVisitAtCounter } from './find-visit-at-counter'
import { auditOf, type StaffAct } from './staff-act'
import { giveTicket } from './tickets'
import { presentBoardVisit } from './visit-presenter'

type CheckInDeps = Pick<AppointmentDeps, 'database' | 'pack' | 'crypto'>

/**
 * Checks somebody in who has come, also late, as long as it is the day; doing it twice gives the same ticket. No slot is locked: a
 * place that was booked stays taken. Throws `appointment_not_changeable` when the visit is over, and as `findVisitAtCounter`.
 */
export async function checkIn(deps: CheckInDeps, act: StaffAct, input: Omit<CounterLook, 'today'>): Promise<BoardVisitDto> {
  requireOffice(deps.pack, act.staff, input.office)
  const row = await deps.database.inTransaction(async (tx) => {
    const visit = await findVisitAtCounter(tx, deps, { ...input, today: localDateAt(act.at) })
    return (await checkInVisit(tx, deps, act, visit, input.by)) ?? requireCheckedIn(await findAppointment(tx, visit.id))
  })
  return presentBoardVisit(deps.database.read, row, deps)
}

/** Gives the ticket and writes it down; null when the visit is not booked any more. */
export async function checkInVisit(
  tx: Transaction,
  { pack }: Pick<AppointmentDeps, 'pack'>,
  act: StaffAct,
  visit: AppointmentRow,
  by: CounterLook['by'] | 'walk_in',
): Promise<AppointmentRow | null> {
  const row = await giveTicket(tx, pack, visit, act.at)
  if (!row) return null
  await appendAudit(tx, {
    ...auditOf(act),
    event: 'visit_checked_in',
    beneficiaryId: row.account_id,
    subject: row.id,
    data: { by, ticket: row.ticket ?? '', from: 'booked', to: 'checked_in' },
  })
  return row
}

function requireCheckedIn(row: AppointmentRow | null): AppointmentRow {
  if (row?.status === 'checked_in' || row?.status === 'serving') return row
  const status = row ? APPOINTMENT_STATUS_TEXT[row.status] : '没有了'
  throw problem('appointment_not_changeable', { detail: `这个预约${status}。如果人已经到了，可以现场取号。` })
}
