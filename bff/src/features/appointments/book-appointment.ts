import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import type { Outcome } from '../../platform/batches'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { createOnceLane, type OnceLane } from '../../platform/once-lane'
import type { AppointmentRow } from './appointment-store'
import { presentAppointment } from './appointment-presenter'
import { askedBy, hasOwnNotice } from './asked-by'
import type { AppointmentDeps } from './deps'
import { type PlaceRequest, placeVisits } from './place-visits'
import { requireMayBook } from './require-may-book'
import { recipientOf, visitFactsOf } from './visit-facts'
import { bookedNotice, enqueueVisitNotices } from './visit-notices'
import { findVisitors, getVisitor, type Visitor } from './visitor'

/** Bookings in one transaction. Twice as many save little, and everybody else who asks meanwhile waits twice as long. */
const LARGEST_BATCH = 32

/** Somebody wants a place, for themselves or with a mandate: of those that are decided together, each for another person. */
interface BookingWish {
  readonly principal: ResidentPrincipal
  readonly slotId: string
  readonly requestId: string
}

export type BookingLane = OnceLane<BookingWish, AppointmentDto>

/** Bookings that arrive together are decided together: a hot slot on PostgreSQL would else admit one at a time. */
export function createBookingLane(deps: AppointmentDeps): BookingLane {
  const { database, clock, crypto } = deps
  return createOnceLane({
    ...{ database, clock, crypto, most: LARGEST_BATCH },
    work: (tx, wishes) => bookAll(deps, tx, wishes),
  })
}

/** Their accounts are read together too: on PostgreSQL each statement is a message there and back. */
async function bookAll(
  deps: AppointmentDeps,
  tx: Transaction,
  wishes: readonly BookingWish[],
): Promise<Outcome<AppointmentDto>[]> {
  const visitors = await findVisitors(tx, deps, [...new Set(wishes.map(({ principal }) => principal.accountId))])
  const requests = wishes.map((wish) => requestOf(wish, visitors.get(wish.principal.accountId)))
  const verified = requests.filter((request) => request !== null)
  const placed = (await placeVisits(deps, tx, verified)).values()
  const outcomes = requests.map((request) => (request ? placed.next().value : undefined) ?? notVerified())
  const toTell = outcomes.flatMap((outcome, index) => {
    const wish = wishes[index]
    return outcome.ok && wish && hasOwnNotice(wish.principal) ? [outcome.reply] : []
  })
  await tellBooked(deps, tx, toTell)
  return outcomes.map((outcome) => (outcome.ok ? { ok: true, reply: presentAppointment(deps, outcome.reply) } : outcome))
}

/** Booked, or moved by the person. */
export function tellBooked(
  { crypto, pack, outbox }: Pick<AppointmentDeps, 'crypto' | 'pack' | 'outbox'>,
  tx: Transaction,
  rows: readonly AppointmentRow[],
): Promise<void> {
  const notices = rows.map((row) => bookedNotice(visitFactsOf(pack, row), recipientOf({ crypto }, row)))
  return enqueueVisitNotices(outbox, tx, notices)
}

/** Real names were asked for before; they may have gone meanwhile. */
const notVerified = (): Outcome<never> => ({ ok: false, error: problem('real_name_required') })

function requestOf({ principal, slotId, requestId }: BookingWish, visitor: Visitor | undefined): PlaceRequest | null {
  if (!visitor) return null
  return {
    slotId,
    visitor,
    ...askedBy(principal),
    standing: 'new',
    audit: { event: 'appointment_booked', data: {} },
    requestId,
  }
}

export interface BookingCall {
  readonly principal: ResidentPrincipal
  readonly slotId: string
  readonly once: Once
  readonly requestId: string
  readonly signal: AbortSignal
}

/** Books a place for the person. Throws the refusals of the contract. */
export async function bookAppointment(deps: AppointmentDeps, lane: BookingLane, call: BookingCall): Promise<AppointmentDto> {
  const { principal, slotId, requestId } = call
  await requireMayBook(deps, call, () => getVisitor(deps.database.read, deps, principal.accountId))
  const booked = await call.once.through(lane, { principal, slotId, requestId })
  deps.slotLists.changed({ officeId: booked.office.id, itemGroup: booked.itemGroup.id, date: booked.date })
  return booked
}

/** After the commit: the lists of free times that this row's slot stands in. */
export function tellLists(
  { slotLists }: Pick<AppointmentDeps, 'slotLists'>,
  ...rows: readonly Pick<AppointmentRow, 'office_id' | 'item_group' | 'date'>[]
): void {
  for (const { office_id, item_group, date } of rows) slotLists.changed({ officeId: office_id, itemGroup: item_group, date })
}
