import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { AppointmentRow } from './appointment-store'
import type { AppointmentDeps } from './deps'
import { markEnded, type VisitEnd } from './end-visit'
import { type PlaceRequest, placeVisit } from './place-visits'
import { releasePlace } from './release-place'
import { lockSlots } from './slot-store'

export type MoveDeps = Pick<AppointmentDeps, 'clock' | 'crypto' | 'outbox' | 'pack'>

/** What is asked of the new place; the channel comes from the visit that moves. */
export type NewPlace = Omit<PlaceRequest, 'channel'>

/**
 * Moves a booked visit to another slot of the same item group in one step: the new place is had before the old one is given up, and when it cannot be
 * had, everything stays as it was. Both slots are locked here, so nothing may have been locked before.
 */
export async function moveVisit(
  deps: MoveDeps,
  tx: Transaction,
  visit: AppointmentRow,
  place: NewPlace,
  by: VisitEnd['by'],
  reason: string | null,
): Promise<AppointmentRow> {
  if (visit.slot_id === place.slotId) throw problem('already_booked', { detail: '这就是现在约的时间，请选别的时间。' })
  const slots = await lockSlots(tx, [visit.slot_id, place.slotId])
  const to = slots.get(place.slotId)
  if (to && to.item_group !== visit.item_group) throw problem('slot_closed', { detail: '请选同一类事的时间。' })
  return moveWithinLocks(deps, tx, visit, place, { by, reason, oldSlot: slots.get(visit.slot_id) })
}

/** It stays, except that a time chosen by proxy is a proxy booking, and one the person then chooses is none any more. */
function channelAfter({ channel }: AppointmentRow, { actor, mandateId }: NewPlace): PlaceRequest['channel'] {
  if (mandateId !== null) return 'proxy'
  return channel === 'proxy' && actor.kind === 'resident' ? 'app' : channel
}

interface OldPlace extends Omit<VisitEnd, 'status'> {
  readonly oldSlot: Parameters<typeof releasePlace>[2] | undefined
}

/** The same for a caller that has locked both slots. */
export async function moveWithinLocks(
  deps: MoveDeps,
  tx: Transaction,
  visit: AppointmentRow,
  place: NewPlace,
  { by, reason, oldSlot }: OldPlace,
): Promise<AppointmentRow> {
  if (!oldSlot) throw problem('appointment_not_changeable')
  await markEnded(deps, tx, visit, { status: 'moved', by, reason })
  const moved = await placeVisit(deps, tx, {
    ...place,
    channel: channelAfter(visit, place),
    audit: { ...place.audit, data: { ...place.audit.data, from: visit.id } },
  })
  await tx.sql`UPDATE appointments SET moved_to = ${moved.id} WHERE id = ${visit.id}`
  await releasePlace(deps, tx, oldSlot, { ordinary: visit.ordinary === 1 })
  return moved
}
