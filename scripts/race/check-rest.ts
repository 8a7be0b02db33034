import { freePlaces } from '@one-visit/shared/appointments/rules'
import type { EntryFact, Facts, SlotFact } from './facts'
import { groupBy, type Violation } from './violation'

const KEPT_UNTIL_MS = 24 * 3_600_000
/** A slot that begins sooner is offered to nobody any more. */
const ABOUT_TO_BEGIN_MS = 5 * 60_000

/** What has to be true once every deadline before `restedBy` has passed and the jobs have run. */
export function checkRest(facts: Facts, restedBy: Date): Violation[] {
  return [...checkDeadlines(facts, restedBy.toISOString()), ...checkClosed(facts), ...checkWaiting(facts, restedBy)]
}

function checkDeadlines({ entries, cooling }: Facts, at: string): Violation[] {
  const offers = entries.filter(({ status, offerEndsAt }) => status === 'offered' && (offerEndsAt ?? '') < at)
  const places = cooling.filter(({ reappearsAt }) => reappearsAt < at)
  return [
    ...offers.map(({ id, offerEndsAt }) => `waiting entry ${id} is still offered a place until ${offerEndsAt ?? 'never'}`),
    ...places.map(({ id, reappearsAt }) => `place ${id} should have reappeared at ${reappearsAt}`),
  ].map((what) => ({ rule: 'overdue_place', what }))
}

/** Closing a day ends visits and waiting a few at a time, by whichever process still lives. */
function checkClosed({ slots, visits, entries }: Facts): Violation[] {
  const closed = new Set(slots.filter(({ state }) => state === 'closed').map(({ id }) => id))
  const left = [
    ...visits.filter(({ slotId, status }) => closed.has(slotId) && (status === 'booked' || status === 'checked_in')),
    ...entries.filter(({ slotId, status }) => closed.has(slotId) && (status === 'waiting' || status === 'offered')),
  ]
  return left.map(({ id, slotId, status }) => ({
    rule: 'closed_day',
    what: `${id} is ${status} in slot ${slotId}, which is closed`,
  }))
}

/** Who waits is offered what is free, and waits for nothing that has begun. */
function checkWaiting({ slots, entries }: Facts, restedBy: Date): Violation[] {
  const waiting = groupBy(
    entries.filter(({ status }) => status === 'waiting'),
    ({ slotId }) => slotId,
  )
  return slots.flatMap((slot) =>
    (waiting.get(slot.id) ?? [])
      .filter((entry) => isPassedOver(slot, entry, restedBy.getTime()))
      .map(({ id }): Violation => ({ rule: 'passed_over', what: `${id} waits for slot ${slot.id}` })),
  )
}

function isPassedOver(slot: SlotFact, entry: EntryFact, at: number): boolean {
  const beginsIn = Date.parse(slot.beginsAt) - at
  if (beginsIn < 0) return true
  if (slot.state !== 'open' || beginsIn < ABOUT_TO_BEGIN_MS) return false
  const { forAll, forElders } = freePlaces(slot, beginsIn <= KEPT_UNTIL_MS)
  return (entry.ordinary === 1 ? forAll : forElders) > 0
}
