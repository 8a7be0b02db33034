import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { Transaction } from '../../../platform/database'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import { sensitive } from '../../../platform/sensitive'
import type { AppointmentRow } from '../appointment-store'
import { tellLists } from '../book-appointment'
import type { AppointmentDeps } from '../deps'
import { recipientOf, visitFactsOf } from '../visit-facts'
import { placeVisit } from '../place-visits'
import { changeCounts, findSlot, lockSlots, type SlotRow } from '../slot-store'
import { requireVaccineAllowed } from '../vaccine-check'
import { bookedNotice, enqueueVisitNotices } from '../visit-notices'
import { type Visitor, visitorOf } from '../visitor'
import { requireOffice } from './board-policy'
import { checkInVisit } from './check-in'
import type { StaffAct } from './staff-act'
import { presentBoardVisit } from './visit-presenter'

interface EnterVisit {
  readonly slotId: string
  readonly channel: 'phone' | 'walk_in'
  readonly name: string
  readonly residentId: string
  readonly phone: string | null
}

const MISMATCH = '姓名和身份证号对不上'

/**
 * Enters a visit for somebody who telephones, whom the police service confirms, or who stands at the counter, whose ID card the
 * clerk has seen: that one is checked in at once. The rules are everybody's. Throws `real_name_mismatch`, `visit_not_today` for a
 * walk-in on another day, and why there is no place.
 */
export async function enterVisit(
  deps: AppointmentDeps,
  act: StaffAct,
  input: EnterVisit,
  { once, signal }: { readonly once: Once; readonly signal: AbortSignal },
): Promise<BoardVisitDto> {
  const slot = await findSlot(deps.database.read, input.slotId)
  if (!slot) throw problem('slot_closed')
  requireOffice(deps.pack, act.staff, slot.office_id)
  if (input.channel === 'walk_in') requireToday(slot, act.at)
  else await requireRealName(deps, input)
  const visitor = await visitorOf(deps.database.read, deps, input)
  await requireVaccineAllowed(deps, visitor, slot.item_group, slot.date as LocalDate, signal)
  const visit = await once(async (tx) => presentBoardVisit(tx, await enter(deps, tx, act, visitor, input), deps))
  tellLists(deps, slot)
  return visit
}

async function enter(
  deps: AppointmentDeps,
  tx: Transaction,
  act: StaffAct,
  visitor: Visitor,
  { slotId, channel }: EnterVisit,
): Promise<AppointmentRow> {
  const row = await placeVisit(deps, tx, {
    slotId,
    visitor,
    channel,
    actor: { kind: 'staff', id: act.staff.staffId },
    mandateId: null,
    standing: (await takeHeldPlace(tx, slotId, visitor)) ? 'held' : 'new',
    audit: { event: 'appointment_entered', data: { channel } },
    requestId: act.requestId,
  })
  if (channel === 'walk_in') return (await checkInVisit(tx, deps, act, row, 'walk_in')) ?? row
  await enqueueVisitNotices(deps.outbox, tx, [bookedNotice(visitFactsOf(deps.pack, row), recipientOf(deps, row))])
  return row
}

/** Whether a place of this slot was held for the person: with no app they telephone to take it. */
async function takeHeldPlace(tx: Transaction, slotId: string, { personIndex }: Visitor): Promise<boolean> {
  const slot = (await lockSlots(tx, [slotId])).get(slotId)
  const [held] = await tx.sql<{ ordinary: number }[]>`
    UPDATE waiting_entries SET status = 'taken'
    WHERE slot_id = ${slotId} AND person_index = ${personIndex} AND status = 'offered' RETURNING ordinary`
  if (!slot || !held) return false
  await changeCounts(tx, slot, { booked: 0, held: -1, ordinary: -held.ordinary })
  return true
}

function requireToday(slot: SlotRow, at: Date): void {
  if (slot.date !== localDateAt(at)) throw problem('visit_not_today', { detail: '现场取号只能取今天的。' })
}

async function requireRealName({ police }: Pick<AppointmentDeps, 'police'>, { name, residentId }: EnterVisit): Promise<void> {
  const answer = await police.verifyRealName(sensitive(name), sensitive(residentId))
  if (answer === 'match') return
  const fields = ['name', 'residentId'].map((path) => ({ path, message: MISMATCH }))
  throw problem('real_name_mismatch', { fields })
}
