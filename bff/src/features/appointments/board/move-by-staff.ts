import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { problem } from '../../../platform/errors'
import type { Once } from '../../../platform/http/handler-types'
import type { AppointmentRow } from '../appointment-store'
import { tellLists } from '../book-appointment'
import type { AppointmentDeps } from '../deps'
import { moveVisit } from '../move-visit'
import { recipientOf, visitFactsOf } from '../visit-facts'
import { findSlot, type SlotRow } from '../slot-store'
import { requireVaccineAllowed } from '../vaccine-check'
import { enqueueVisitNotices, movedByOfficeNotice } from '../visit-notices'
import { requireOffice } from './board-policy'
import { getVisitFor } from './get-visit'
import type { StaffAct } from './staff-act'
import { presentBoardVisit } from './visit-presenter'
import { visitorOfVisit } from './visitor-of-visit'

interface StaffMove {
  readonly slotId: string
  readonly reason: string
}

/**
 * Moves somebody to another time of the same item group, at an office where this member of staff works, and tells them why. Throws
 * why there is no place there, and `appointment_not_changeable`; then the visit stays as it was.
 */
export async function moveByStaff(
  deps: AppointmentDeps,
  act: StaffAct,
  id: string,
  input: StaffMove,
  { once, signal }: { readonly once: Once; readonly signal: AbortSignal },
): Promise<BoardVisitDto> {
  const visit = await getVisitFor(deps.database.read, deps.pack, act.staff, id)
  const slot = await getNewSlot(deps, act, visit, input.slotId)
  const visitor = visitorOfVisit(deps, visit)
  if (slot.date !== visit.date) await requireVaccineAllowed(deps, visitor, slot.item_group, slot.date as LocalDate, signal)
  const place = {
    slotId: slot.id,
    visitor,
    standing: 'moving' as const,
    actor: { kind: 'staff' as const, id: act.staff.staffId },
    mandateId: null,
    audit: { event: 'appointment_moved_by_staff', data: { reason: input.reason, to: slot.id } },
    requestId: act.requestId,
  }
  const moved = await once(async (tx) => {
    const row = await moveVisit(deps, tx, visit, place, 'office', input.reason)
    const notice = movedByOfficeNotice(visitFactsOf(deps.pack, row), recipientOf(deps, row), input.reason)
    await enqueueVisitNotices(deps.outbox, tx, [notice])
    return presentBoardVisit(tx, row, deps)
  })
  tellLists(deps, visit, slot)
  return moved
}

async function getNewSlot(deps: AppointmentDeps, act: StaffAct, visit: AppointmentRow, slotId: string): Promise<SlotRow> {
  const slot = await findSlot(deps.database.read, slotId)
  if (!slot) throw problem('slot_closed')
  requireOffice(deps.pack, act.staff, slot.office_id)
  if (visit.date < localDateAt(act.at)) throw problem('appointment_not_changeable')
  return slot
}
