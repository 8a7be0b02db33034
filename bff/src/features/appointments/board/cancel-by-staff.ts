import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import { appendAudit } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import { type AppointmentRow, findAppointment } from '../appointment-store'
import { tellLists } from '../book-appointment'
import type { AppointmentDeps } from '../deps'
import { endVisit } from '../end-visit'
import { recipientOf, visitFactsOf } from '../visit-facts'
import { lockSlots } from '../slot-store'
import { cancelledByOfficeNotice, enqueueVisitNotices } from '../visit-notices'
import { getVisitFor } from './get-visit'
import { auditOf, type StaffAct } from './staff-act'
import { presentBoardVisit } from './visit-presenter'

type CancelDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'outbox' | 'pack' | 'slotLists'>

/**
 * Cancels a booked visit and tells the person why; it does not count against them. Cancelling twice is the same cancellation.
 * Throws `appointment_not_changeable` once somebody has checked in, or when the day is over.
 */
export async function cancelByStaff(deps: CancelDeps, act: StaffAct, id: string, reason: string): Promise<BoardVisitDto> {
  const visit = await getVisitFor(deps.database.read, deps.pack, act.staff, id)
  if (visit.date < localDateAt(act.at)) throw problem('appointment_not_changeable')
  const row = await deps.database.inTransaction((tx) => cancel(deps, tx, act, visit, reason))
  tellLists(deps, visit)
  return presentBoardVisit(deps.database.read, row, deps)
}

async function cancel(
  deps: CancelDeps,
  tx: Transaction,
  act: StaffAct,
  visit: AppointmentRow,
  reason: string,
): Promise<AppointmentRow> {
  const slot = (await lockSlots(tx, [visit.slot_id])).get(visit.slot_id)
  const current = await findAppointment(tx, visit.id)
  if (!slot || !current) throw problem('appointment_not_changeable')
  if (current.status === 'cancelled') return current
  const { visit: ended } = await endVisit(deps, tx, current, slot, { status: 'cancelled', by: 'office', reason })
  await appendAudit(tx, {
    ...auditOf(act),
    event: 'appointment_cancelled_by_staff',
    beneficiaryId: ended.account_id,
    subject: ended.id,
    data: { from: current.status, to: 'cancelled', slot: ended.slot_id, reason },
  })
  const notice = cancelledByOfficeNotice(visitFactsOf(deps.pack, ended), recipientOf(deps, ended), reason)
  await enqueueVisitNotices(deps.outbox, tx, [notice])
  return ended
}
