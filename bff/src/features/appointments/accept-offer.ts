import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import { isChangeable, presentAppointment } from './appointment-presenter'
import { type AppointmentRow, findActiveOf } from './appointment-store'
import { askedBy, hasOwnNotice } from './asked-by'
import { type BookingCall, tellBooked, tellLists } from './book-appointment'
import type { AppointmentDeps } from './deps'
import { moveWithinLocks } from './move-visit'
import { type PlaceRequest, placeVisit } from './place-visits'
import { requireMayBook } from './require-may-book'
import { changeCounts, findSlot, lockSlots, type SlotRow } from './slot-store'
import { getVisitor } from './visitor'
import { findOwnEntry, type WaitingRow } from './waiting-store'

/** Takes the place that is held. A visit of the same item group moves there. Throws `offer_expired` and the refusals of booking. */
export async function acceptOffer(
  deps: AppointmentDeps,
  { principal, once, requestId, signal }: Omit<BookingCall, 'slotId'>,
  id: string,
): Promise<AppointmentDto> {
  const { accountId } = principal
  const { read } = deps.database
  const entry = await findOwnEntry(read, accountId, id)
  if (!entry) throw problem('not_found')
  const visitor = await getVisitor(read, deps, accountId)
  await requireMayBook(deps, { principal, slotId: entry.slot_id, signal }, () => Promise.resolve(visitor))
  const slot = await findSlot(read, entry.slot_id)
  const before = slot && (await findActiveOf(read, visitor.personIndex, slot.item_group))
  const place: PlaceRequest = {
    ...{ slotId: entry.slot_id, visitor, standing: 'held' as const, requestId },
    ...askedBy(principal),
    audit: { event: 'offer_accepted', data: { entry: id } },
  }
  const taken = await once(async (tx) => {
    const row = await takeHeldPlace(deps, tx, { entry, before, place })
    if (hasOwnNotice(principal)) await tellBooked(deps, tx, [row])
    return presentAppointment(deps, row)
  })
  tellLists(deps, { office_id: taken.office.id, item_group: taken.itemGroup.id, date: taken.date }, ...(before ? [before] : []))
  return taken
}

interface Held {
  readonly entry: WaitingRow
  /** The visit of the same item group that moves; read before the lock, so its end is conditional. */
  readonly before: AppointmentRow | null
  readonly place: PlaceRequest
}

async function takeHeldPlace(deps: AppointmentDeps, tx: Transaction, { entry, before, place }: Held): Promise<AppointmentRow> {
  const slots = await lockSlots(tx, [entry.slot_id, ...(before ? [before.slot_id] : [])])
  const slot = slots.get(entry.slot_id)
  if (!slot) throw problem('offer_expired')
  await releaseHold(deps, tx, entry, slot)
  if (!before) return placeVisit(deps, tx, place)
  if (!isChangeable(before, deps.clock.now())) throw problem('appointment_not_changeable')
  return moveWithinLocks(deps, tx, before, place, { by: 'person', reason: null, oldSlot: slots.get(before.slot_id) })
}

async function releaseHold(deps: AppointmentDeps, tx: Transaction, entry: WaitingRow, slot: SlotRow): Promise<void> {
  const now = deps.clock.now().toISOString()
  const taken = await tx.affected`
    UPDATE waiting_entries SET status = 'taken' WHERE id = ${entry.id} AND status = 'offered' AND offer_ends_at > ${now}`
  if (taken === 0) throw problem('offer_expired')
  await changeCounts(tx, slot, { booked: 0, held: -1, ordinary: -entry.ordinary })
}
