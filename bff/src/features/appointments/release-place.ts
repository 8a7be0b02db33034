import { freePlaces, OFFER_MINUTES, REAPPEAR_MINUTES } from '@one-visit/shared/appointments/rules'
import { randomInt } from 'node:crypto'
import type { Transaction } from '../../platform/database'
import { newId } from '../../platform/ids'
import type { AppointmentDeps } from './deps'
import { isKeptOpen } from './free-places'
import { changeCounts, type SlotRow } from './slot-store'
import { recipientOf, timeFactsOf } from './visit-facts'
import { enqueueVisitNotices, offeredPlaceNotice } from './visit-notices'
import type { WaitingRow } from './waiting-store'

const MINUTE_MS = 60_000

export type ReleaseDeps = Pick<AppointmentDeps, 'clock' | 'crypto' | 'outbox' | 'pack'>

/**
 * A booked place of a locked slot is given up: held for the next person who waits, else it reappears at a random moment, so that
 * nobody who watches the list with a program gets it first. Hands back the slot as it is now.
 */
export async function releasePlace(
  deps: ReleaseDeps,
  tx: Transaction,
  slot: SlotRow,
  { ordinary }: { readonly ordinary: boolean },
): Promise<SlotRow> {
  const freed = await changeCounts(tx, slot, { booked: -1, held: 0, ordinary: ordinary ? -1 : 0 })
  const offered = await offerFreePlaces(deps, tx, freed)
  return offered.held > freed.held ? offered : coolPlace(deps, tx, offered)
}

/** Hands free places of a locked slot to people who wait, in their order, each held for 15 minutes. */
export async function offerFreePlaces(deps: ReleaseDeps, tx: Transaction, slot: SlotRow): Promise<SlotRow> {
  const now = deps.clock.now()
  if (slot.state !== 'open' || !beginsLater(slot, now, MINUTE_MS)) return slot
  let current = slot
  for (;;) {
    const { forElders, forAll } = freePlaces(current, isKeptOpen(current, now))
    const next = forElders > 0 ? await nextWaiting(tx, slot.id, forAll > 0) : null
    if (!next) return current
    const endsAt = new Date(Math.min(now.getTime() + OFFER_MINUTES * MINUTE_MS, Date.parse(slot.begins_at)))
    await tx.sql`
      UPDATE waiting_entries SET status = 'offered', offer_ends_at = ${endsAt.toISOString()} WHERE id = ${next.id} AND status = 'waiting'`
    current = await changeCounts(tx, current, { booked: 0, held: 1, ordinary: next.ordinary })
    const offer = { entryId: next.id, offerEndsAt: endsAt.toISOString() }
    await enqueueVisitNotices(deps.outbox, tx, [offeredPlaceNotice(timeFactsOf(deps.pack, slot), recipientOf(deps, next), offer)])
  }
}

/** An ordinary person is passed over while only kept places are free; the entry stays where it is in the line. */
async function nextWaiting(tx: Transaction, slotId: string, anyone: boolean): Promise<WaitingRow | null> {
  const [row] = await tx.sql<WaitingRow[]>`
    SELECT * FROM waiting_entries
    WHERE slot_id = ${slotId} AND status = 'waiting' AND (ordinary = 0 OR ${anyone} = 1)
    ORDER BY created_at, id LIMIT 1`
  return row ?? null
}

async function coolPlace({ clock }: ReleaseDeps, tx: Transaction, slot: SlotRow): Promise<SlotRow> {
  const now = clock.now()
  const longest = Math.min(REAPPEAR_MINUTES * MINUTE_MS, Date.parse(slot.begins_at) - now.getTime())
  if (slot.state !== 'open' || longest < MINUTE_MS) return slot
  const reappearsAt = new Date(now.getTime() + randomInt(longest))
  await tx.sql`
    INSERT INTO cooling_places (id, slot_id, reappears_at) VALUES (${newId(now)}, ${slot.id}, ${reappearsAt.toISOString()})`
  return changeCounts(tx, slot, { booked: 0, held: 1, ordinary: 0 })
}

const beginsLater = (slot: SlotRow, now: Date, by: number): boolean => Date.parse(slot.begins_at) - now.getTime() >= by
