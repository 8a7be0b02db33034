import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { problem } from '../../platform/errors'
import { isChangeable, presentAppointment } from './appointment-presenter'
import { askedBy, hasOwnNotice } from './asked-by'
import { type BookingCall, tellBooked, tellLists } from './book-appointment'
import type { AppointmentDeps } from './deps'
import { moveVisit } from './move-visit'
import { getOwnAppointment } from './own-appointments'
import { requireMayBook } from './require-may-book'
import { getVisitor } from './visitor'

/** Moves a visit of the person, until it begins. Throws the refusals of the contract. */
export async function moveAppointment(
  deps: AppointmentDeps,
  { principal, slotId, once, requestId, signal }: BookingCall,
  id: string,
): Promise<AppointmentDto> {
  const old = await getOwnAppointment(deps, principal, id)
  const visitor = await getVisitor(deps.database.read, deps, principal.accountId)
  await requireMayBook(deps, { principal, slotId, signal }, () => Promise.resolve(visitor))
  const moved = await once(async (tx) => {
    if (!isChangeable(old, deps.clock.now())) throw problem('appointment_not_changeable')
    const place = {
      ...{ slotId, visitor, standing: 'moving' as const, requestId },
      ...askedBy(principal),
      audit: { event: 'appointment_moved', data: {} },
    }
    const row = await moveVisit(deps, tx, old, place, 'person', null)
    if (hasOwnNotice(principal)) await tellBooked(deps, tx, [row])
    return presentAppointment(deps, row)
  })
  tellLists(deps, old, { office_id: moved.office.id, item_group: moved.itemGroup.id, date: moved.date })
  return moved
}
