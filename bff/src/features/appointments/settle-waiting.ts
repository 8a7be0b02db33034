import { freePlaces } from '@one-visit/shared/appointments/rules'
import type { Transaction } from '../../platform/database'
import { tellLists } from './book-appointment'
import { forgetPauses } from './booking-pause'
import type { AppointmentDeps } from './deps'
import { isKeptOpen } from './free-places'
import { offerFreePlaces } from './release-place'
import { changeCounts, lockSlots, type SlotRow } from './slot-store'

/** Slots looked at in one run: the rest is a few seconds later. */
const MOST = 200

/**
 * What only time changes: offers that nobody took, places that reappear, and places that people wait for (capacity grew, or the
 * 24 hours have begun in which kept places are open to all). One short transaction for each slot.
 */
export async function settleWaiting(deps: AppointmentDeps, signal: AbortSignal): Promise<void> {
  for (const slotId of await findUnsettled(deps)) {
    if (signal.aborted) return
    const slot = await deps.database.inTransaction((tx) => settleSlot(deps, tx, slotId))
    if (slot) tellLists(deps, slot)
  }
  await deps.database.inTransaction((tx) => forgetPauses(tx, deps.clock.now()))
}

async function findUnsettled({ database: { read }, clock }: AppointmentDeps): Promise<Set<string>> {
  const now = clock.now()
  const at = now.toISOString()
  const due = await read.sql<{ slot_id: string }[]>`
    SELECT slot_id FROM waiting_entries WHERE status = 'offered' AND offer_ends_at <= ${at}
    UNION SELECT slot_id FROM cooling_places WHERE reappears_at <= ${at}
    UNION SELECT w.slot_id FROM waiting_entries w JOIN appointment_slots s ON s.id = w.slot_id
          WHERE w.status = 'waiting' AND s.begins_at <= ${at}
    LIMIT ${MOST}`
  const waitedFor = await read.sql<(SlotRow & { all_kept: number })[]>`
    SELECT s.*, w.all_kept
    FROM (SELECT slot_id, min(ordinary) AS all_kept FROM waiting_entries WHERE status = 'waiting' GROUP BY slot_id) w
    JOIN appointment_slots s ON s.id = w.slot_id
    WHERE s.state = 'open' AND s.begins_at > ${at} AND s.booked + s.held < s.capacity
    LIMIT ${MOST}`
  const ready = waitedFor.filter((slot) => {
    const { forElders, forAll } = freePlaces(slot, isKeptOpen(slot, now))
    return slot.all_kept === 0 ? forElders > 0 : forAll > 0
  })
  return new Set([...due.map(({ slot_id }) => slot_id), ...ready.map(({ id }) => id)])
}

async function settleSlot(deps: AppointmentDeps, tx: Transaction, slotId: string): Promise<SlotRow | null> {
  const slot = (await lockSlots(tx, [slotId])).get(slotId)
  if (!slot) return null
  const at = deps.clock.now().toISOString()
  const expired = await tx.sql<{ ordinary: number }[]>`
    UPDATE waiting_entries SET status = 'expired'
    WHERE slot_id = ${slotId} AND status = 'offered' AND offer_ends_at <= ${at} RETURNING ordinary`
  const cooled = await tx.affected`DELETE FROM cooling_places WHERE slot_id = ${slotId} AND reappears_at <= ${at}`
  const ordinary = expired.reduce((sum, entry) => sum + entry.ordinary, 0)
  const settled = await changeCounts(tx, slot, { booked: 0, held: -expired.length - cooled, ordinary: -ordinary })
  if (slot.begins_at > at) return offerFreePlaces(deps, tx, settled)
  await tx.sql`UPDATE waiting_entries SET status = 'expired' WHERE slot_id = ${slotId} AND status = 'waiting'`
  return settled
}
