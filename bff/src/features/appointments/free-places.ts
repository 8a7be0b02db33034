import { freePlaces, KEPT_UNTIL_HOURS, type SlotCounts } from '@one-visit/shared/appointments/rules'

/** A slot's row as far as free places go. */
export interface CountedSlot extends SlotCounts {
  readonly begins_at: string
  readonly state: 'open' | 'paused' | 'closed'
}

/** How a slot stands at a moment. What is free can be booked: nothing of a slot that is paused or closed, or has begun. */
export interface SlotStanding {
  readonly begun: boolean
  readonly paused: boolean
  readonly forElders: number
  readonly forAll: number
}

/** Says of slots how they stand at `now`. Instants are compared as text: many slots are looked at for one answer. */
export function standingAt(now: Date): (slot: CountedSlot) => SlotStanding {
  const present = now.toISOString()
  const keptUntil = keptOpenUntil(now)
  return (slot) => {
    const begun = slot.begins_at <= present
    const free = begun || slot.state !== 'open' ? NONE : freePlaces(slot, slot.begins_at <= keptUntil)
    return { begun, paused: slot.state === 'paused', forElders: free.forElders, forAll: free.forAll }
  }
}

const NONE = { forElders: 0, forAll: 0 }

/** What is kept for elderly people and proxy bookings is everybody's when the slot begins by this instant (UTC, ISO 8601). */
export function keptOpenUntil(now: Date): string {
  return new Date(now.getTime() + KEPT_UNTIL_HOURS * 3_600_000).toISOString()
}

/** Whether what is kept in this slot is everybody's by now. */
export function isKeptOpen(slot: Pick<CountedSlot, 'begins_at'>, now: Date): boolean {
  return slot.begins_at <= keptOpenUntil(now)
}

/** What of one slot can be booked at `now`. */
export function bookablePlaces(slot: CountedSlot, now: Date): Pick<SlotStanding, 'forElders' | 'forAll'> {
  return standingAt(now)(slot)
}
