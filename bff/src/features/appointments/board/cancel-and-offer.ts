import { CLOSURE_OFFER_HOURS } from '@one-visit/shared/appointments/rules'
import { appendAudits } from '../../../platform/audit'
import { listOf, type Transaction, valuesOf } from '../../../platform/database'
import { newId } from '../../../platform/ids'
import type { AppointmentRow } from '../appointment-store'
import { bookablePlaces } from '../free-places'
import { changeCounts, lockSlots, type SlotRow } from '../slot-store'
import { recipientOf, visitFactsOf } from '../visit-facts'
import { closureNoOfferNotice, closureOfferNotice, enqueueVisitNotices } from '../visit-notices'
import { byNearness, DECIDE_BEFORE_MS, type FreeTimes } from './closure-free-times'
import type { ClosureDeps, DayClosure } from './day-closure'

type Visits = readonly Pick<AppointmentRow, 'id' | 'slot_id' | 'office_id' | 'begins_at' | 'ordinary' | 'person_index'>[]

/** A visit that has been cancelled, and the time that is kept for its person. */
interface Offer {
  readonly id: string
  readonly visit: AppointmentRow
  readonly time: SlotRow
  readonly endsAt: string
}

/**
 * Cancels these visits of a closed day and keeps another time for each person, all in one transaction. A visit stays for later
 * when others have just taken the times that were found for it. Hands back the slots that changed.
 */
export async function cancelAndOffer(
  deps: ClosureDeps,
  tx: Transaction,
  closure: DayClosure,
  visits: Visits,
  times: FreeTimes,
): Promise<SlotRow[]> {
  const now = deps.clock.now()
  const slots = await lockSlots(tx, [...visits.map(({ slot_id }) => slot_id), ...times.ids])
  const plan = await planOffers(tx, visits, times, slots, now)
  if (plan.size === 0) return []
  const ended = await cancelAll(tx, [...plan.keys()], closure.reason, now)
  const offers = ended.flatMap((visit) => offerOf(visit, plan.get(visit.id) ?? null, now))
  await countOut(tx, slots, ended)
  await hold(tx, slots, offers, now)
  await writeDown(tx, closure, ended, offers, now)
  await tell(deps, tx, closure, ended, offers)
  return [...slots.values()]
}

/** By visit: the time to offer, or null when there is none. Places are handed out in memory, under the locks. */
async function planOffers(
  tx: Transaction,
  visits: Visits,
  { ids, isAll }: FreeTimes,
  slots: ReadonlyMap<string, SlotRow>,
  now: Date,
): Promise<Map<string, SlotRow | null>> {
  const times = ids.flatMap((id) => slots.get(id) ?? [])
  const isWaiting = await findWaiting(tx, visits, ids)
  const given = new Map<string, number>()
  const hasRoom = (time: SlotRow, { ordinary, person_index }: Visits[number]): boolean => {
    const { forAll, forElders } = bookablePlaces(time, now)
    return (ordinary === 1 ? forAll : forElders) > (given.get(time.id) ?? 0) && !isWaiting(time.id, person_index)
  }
  const plan = new Map<string, SlotRow | null>()
  for (const visit of visits) {
    const time = [...times].sort(byNearness(visit)).find((one) => hasRoom(one, visit))
    if (time) given.set(time.id, (given.get(time.id) ?? 0) + 1)
    if (time || isAll) plan.set(visit.id, time ?? null)
  }
  return plan
}

/** Nobody is in the line of one slot twice. */
async function findWaiting(
  tx: Transaction,
  visits: Visits,
  ids: readonly string[],
): Promise<(slotId: string, personIndex: string) => boolean> {
  if (ids.length === 0) return () => false
  const rows = await tx.sql<{ slot_id: string; person_index: string }[]>`
    SELECT slot_id, person_index FROM waiting_entries
    WHERE slot_id IN ${listOf(ids)} AND person_index IN ${listOf(visits.map(({ person_index }) => person_index))}
      AND status IN ('waiting', 'offered')`
  const known = new Set(rows.map((row) => `${row.slot_id} ${row.person_index}`))
  return (slotId, personIndex) => known.has(`${slotId} ${personIndex}`)
}

/** Also of people who have checked in: they cannot be served any more. */
function cancelAll(tx: Transaction, ids: readonly string[], reason: string, now: Date): Promise<AppointmentRow[]> {
  return tx.sql<AppointmentRow[]>`
    UPDATE appointments SET status = 'cancelled', ended_at = ${now.toISOString()}, ended_by = 'office', ended_reason = ${reason}
    WHERE id IN ${listOf(ids)} AND status IN ('booked', 'checked_in') RETURNING *`
}

function offerOf(visit: AppointmentRow, time: SlotRow | null, now: Date): Offer[] {
  if (!time) return []
  const ends = Math.min(now.getTime() + CLOSURE_OFFER_HOURS * 3_600_000, Date.parse(time.begins_at) - DECIDE_BEFORE_MS)
  return [{ id: newId(now), visit, time, endsAt: new Date(ends).toISOString() }]
}

const ordinaryOf = (visits: readonly AppointmentRow[]): number => visits.reduce((sum, { ordinary }) => sum + ordinary, 0)

/** The places given up are nobody's any more: their slots are closed. */
async function countOut(tx: Transaction, slots: ReadonlyMap<string, SlotRow>, ended: readonly AppointmentRow[]): Promise<void> {
  for (const slot of slots.values()) {
    const left = ended.filter(({ slot_id }) => slot_id === slot.id)
    if (left.length > 0) await changeCounts(tx, slot, { booked: -left.length, held: 0, ordinary: -ordinaryOf(left) })
  }
}

async function hold(tx: Transaction, slots: ReadonlyMap<string, SlotRow>, offers: readonly Offer[], now: Date): Promise<void> {
  if (offers.length === 0) return
  const rows = offers.map(({ id, visit, time, endsAt }) => [
    ...[id, time.id, visit.person_index, visit.account_id, visit.name_sealed, visit.resident_id_sealed, visit.phone_sealed],
    ...[visit.elder, visit.ordinary, 'office_closed', 'offered', 0, endsAt, now.toISOString()],
  ])
  await tx.sql`
    INSERT INTO waiting_entries (id, slot_id, person_index, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary,
      cause, status, line_place, offer_ends_at, created_at)
    VALUES ${valuesOf(rows)}`
  for (const slot of slots.values()) {
    const people = offers.filter(({ time }) => time.id === slot.id).map(({ visit }) => visit)
    if (people.length > 0) await changeCounts(tx, slot, { booked: 0, held: people.length, ordinary: ordinaryOf(people) })
  }
}

function writeDown(
  tx: Transaction,
  { staffId, requestId, reason }: DayClosure,
  ended: readonly AppointmentRow[],
  offers: readonly Offer[],
  at: Date,
): Promise<void> {
  const offered = new Map(offers.map(({ visit, time }) => [visit.id, time.id]))
  const entries = ended.map((visit) => ({
    event: 'appointment_cancelled_by_staff',
    actor: { kind: 'staff' as const, id: staffId },
    beneficiaryId: visit.account_id,
    subject: visit.id,
    data: { to: 'cancelled', slot: visit.slot_id, offered: offered.get(visit.id) ?? 'none', cause: 'day_closed', reason },
    requestId,
    at,
  }))
  return appendAudits(tx, entries)
}

async function tell(
  deps: ClosureDeps,
  tx: Transaction,
  { reason }: DayClosure,
  ended: readonly AppointmentRow[],
  offers: readonly Offer[],
): Promise<void> {
  const offerOfVisit = new Map(offers.map((offer) => [offer.visit.id, offer]))
  const notices = ended.map((visit) => {
    const facts = visitFactsOf(deps.pack, visit)
    const offer = offerOfVisit.get(visit.id)
    if (!offer) return closureNoOfferNotice(facts, recipientOf(deps, visit), reason)
    const offered = { date: offer.time.date, startsAt: offer.time.starts_at }
    return closureOfferNotice(facts, recipientOf(deps, visit), reason, { entryId: offer.id, offerEndsAt: offer.endsAt, offered })
  })
  await enqueueVisitNotices(deps.outbox, tx, notices)
}
