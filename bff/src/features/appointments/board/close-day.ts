import type { DayClosedDto } from '@one-visit/shared/appointments/board-contract'
import { type LocalDate, localDateAt } from '@one-visit/shared/kernel/local-date'
import { appendAudit } from '../../../platform/audit'
import { listOf, type Reader, type Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import { lockSlots } from '../slot-store'
import { requireOffice } from './board-policy'
import { type ClosureDeps, closureBy, DAY_CLOSED, type DayClosure } from './day-closure'
import { hasEnded } from './slot-range'
import { auditOf, type StaffAct } from './staff-act'
import { workOffClosure } from './work-off-closure'

/** The request works the visits off itself; the message looks after them when its process died on the way. */
const LOOK_AFTER_MS = 60_000

/**
 * Closes what is left of an office's day. First, in one transaction, nothing can be booked any more, and a message in the outbox
 * makes sure that somebody ends what follows. Then people are cancelled, offered another time and told, a few at a time, so that
 * hundreds of them never keep bookings elsewhere waiting. What is left to do is what still stands in the table: a second call, the
 * message and another process may all go on with it at once. Throws `slot_past`, and `not_found` for a day without any times.
 */
export async function closeDay(
  deps: ClosureDeps,
  act: StaffAct,
  input: { readonly office: string; readonly date: LocalDate; readonly reason: string },
  once: Once,
): Promise<DayClosedDto> {
  requireOffice(deps.pack, act.staff, input.office)
  if (input.date < localDateAt(act.at)) throw problem('slot_past')
  const closure = closureBy(act, input)
  const { closedAt } = await once((tx) => closeSlots(deps, tx, act, closure))
  await workOffClosure(deps, closure)
  return countClosed(deps.database.read, closure, closedAt)
}

async function closeSlots(deps: ClosureDeps, tx: Transaction, act: StaffAct, closure: DayClosure): Promise<{ closedAt: string }> {
  const { office, date, reason } = closure
  const found = await tx.sql<{ id: string }[]>`SELECT id FROM appointment_slots WHERE office_id = ${office} AND date = ${date}`
  if (found.length === 0) throw problem('not_found', { detail: '这一天没有安排时间，不用停办。' })
  const locked = await lockSlots(
    tx,
    found.map(({ id }) => id),
  )
  const open = [...locked.values()].filter((slot) => slot.state !== 'closed' && !hasEnded(slot, act.at))
  if (open.length > 0) {
    const ids = open.map(({ id }) => id)
    await tx.affected`UPDATE appointment_slots SET state = 'closed', set_by_staff = 1 WHERE id IN ${listOf(ids)}`
  }
  await appendAudit(tx, {
    ...auditOf(act),
    event: 'day_closed',
    subject: office,
    data: { date, reason, slots: String(open.length) },
  })
  const notBefore = new Date(act.at.getTime() + LOOK_AFTER_MS)
  await deps.outbox.enqueue(tx, { topic: DAY_CLOSED, payload: closure, notBefore })
  return { closedAt: act.at.toISOString() }
}

/** Of the visits that this closing ended: an offer was written in the instant in which its visit ended. */
async function countClosed(read: Reader, { office, date }: DayClosure, closedAt: string): Promise<DayClosedDto> {
  const [row] = await read.sql<{ cancelled: number; offered: number }[]>`
    SELECT CAST(count(*) AS integer) AS cancelled, CAST(count(o.id) AS integer) AS offered
    FROM appointments v
    LEFT JOIN (
      SELECT w.id, w.person_index, w.created_at, s.item_group
      FROM waiting_entries w JOIN appointment_slots s ON s.id = w.slot_id
      WHERE w.cause = 'office_closed' AND w.created_at >= ${closedAt}) o
      ON o.person_index = v.person_index AND o.created_at = v.ended_at AND o.item_group = v.item_group
    WHERE v.office_id = ${office} AND v.date = ${date} AND v.status = 'cancelled' AND v.ended_by = 'office'
      AND v.ended_at >= ${closedAt}`
  const { cancelled, offered } = row ?? { cancelled: 0, offered: 0 }
  return { cancelled, offered, told: cancelled - offered }
}
