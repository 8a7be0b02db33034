import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { problem } from '../../platform/errors'
import { isChangeable, presentAppointment } from './appointment-presenter'
import { type BookingCall, requireVaccineOf, tellLists } from './book-appointment'
import type { AppointmentDeps } from './deps'
import { moveVisit } from './move-visit'
import { getOwnAppointment } from './own-appointments'
import { recipientOf, visitFactsOf } from './visit-facts'
import { bookedNotice, enqueueVisitNotices } from './visit-notices'
import { getVisitor } from './visitor'

/** Moves a visit of the person who is signed in, until it begins. Throws the refusals of the contract. */
export async function moveAppointment(
  deps: AppointmentDeps,
  { principal, slotId, once, requestId, signal }: BookingCall,
  id: string,
): Promise<AppointmentDto> {
  const { accountId } = principal
  const old = await getOwnAppointment(deps, accountId, id)
  const visitor = await getVisitor(deps.database.read, deps, accountId)
  await requireVaccineOf(deps, () => Promise.resolve(visitor), slotId, signal)
  const moved = await once(async (tx) => {
    if (!isChangeable(old, deps.clock.now())) throw problem('appointment_not_changeable')
    const place = {
      ...{ slotId, visitor, standing: 'moving' as const, requestId },
      actor: { kind: 'resident', id: accountId } as const,
      audit: { event: 'appointment_moved', data: {} },
    }
    const row = await moveVisit(deps, tx, old, place, 'person', null)
    await enqueueVisitNotices(deps.outbox, tx, [bookedNotice(visitFactsOf(deps.pack, row), recipientOf(deps, row))])
    return presentAppointment(deps, row)
  })
  tellLists(deps, old, { office_id: moved.office.id, item_group: moved.itemGroup.id, date: moved.date })
  return moved
}
