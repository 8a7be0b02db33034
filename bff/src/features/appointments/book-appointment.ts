import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { Outcome } from '../../platform/batches'
import type { Transaction } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { Once } from '../../platform/http/handler-types'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { createOnceLane, type OnceLane } from '../../platform/once-lane'
import type { AppointmentRow } from './appointment-store'
import { presentAppointment } from './appointment-presenter'
import type { AppointmentDeps } from './deps'
import { findItemGroup } from './pack-names'
import { type PlaceRequest, placeVisits } from './place-visits'
import { findSlotFacts } from './slot-facts'
import { requireVaccineAllowed } from './vaccine-check'
import { recipientOf, visitFactsOf } from './visit-facts'
import { bookedNotice, enqueueVisitNotices } from './visit-notices'
import { findVisitors, getVisitor, type Visitor } from './visitor'

/** Bookings in one transaction. Twice as many save little, and everybody else who asks meanwhile waits twice as long. */
const LARGEST_BATCH = 32

/** Somebody who is signed in wants a place. */
interface BookingWish {
  readonly accountId: string
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
  const visitors = await findVisitors(tx, deps, [...new Set(wishes.map(({ accountId }) => accountId))])
  const requests = wishes.map((wish) => requestOf(wish, visitors.get(wish.accountId)))
  const verified = requests.filter((request) => request !== null)
  const placed = (await placeVisits(deps, tx, verified)).values()
  const outcomes = requests.map((request) => (request ? placed.next().value : undefined) ?? notVerified())
  const rows = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.reply] : []))
  const notices = rows.map((row) => bookedNotice(visitFactsOf(deps.pack, row), recipientOf(deps, row)))
  await enqueueVisitNotices(deps.outbox, tx, notices)
  return outcomes.map((outcome) => (outcome.ok ? { ok: true, reply: presentAppointment(deps, outcome.reply) } : outcome))
}

/** Real names were asked for before; they may have gone meanwhile. */
const notVerified = (): Outcome<never> => ({ ok: false, error: problem('real_name_required') })

function requestOf({ accountId, slotId, requestId }: BookingWish, visitor: Visitor | undefined): PlaceRequest | null {
  if (!visitor) return null
  return {
    slotId,
    visitor,
    channel: 'app',
    actor: { kind: 'resident', id: accountId },
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

/** Books a place for the person who is signed in. Throws the refusals of the contract. */
export async function bookAppointment(deps: AppointmentDeps, lane: BookingLane, call: BookingCall): Promise<AppointmentDto> {
  const { slotId, requestId, signal } = call
  const { accountId } = call.principal
  await requireVaccineOf(deps, () => getVisitor(deps.database.read, deps, accountId), slotId, signal)
  const booked = await call.once.through(lane, { accountId, slotId, requestId })
  deps.slotLists.changed({ officeId: booked.office.id, itemGroup: booked.itemGroup.id, date: booked.date })
  return booked
}

/** The health department is asked before anything is locked; slots of other groups pass without a look at the person. */
export async function requireVaccineOf(
  deps: AppointmentDeps,
  visitor: () => Promise<Pick<Visitor, 'residentId' | 'personIndex'>>,
  slotId: string,
  signal: AbortSignal,
): Promise<void> {
  if (deps.pack.itemGroups.every(({ vaccine }) => vaccine === null)) return
  const slot = await findSlotFacts(deps.database.read, slotId)
  if (!slot) throw problem('slot_closed')
  if (!findItemGroup(deps.pack, slot.item_group)?.vaccine) return
  await requireVaccineAllowed(deps, await visitor(), slot.item_group, slot.date as LocalDate, signal)
}

/** After the commit: the lists of free times that this row's slot stands in. */
export function tellLists(
  { slotLists }: Pick<AppointmentDeps, 'slotLists'>,
  ...rows: readonly Pick<AppointmentRow, 'office_id' | 'item_group' | 'date'>[]
): void {
  for (const { office_id, item_group, date } of rows) slotLists.changed({ officeId: office_id, itemGroup: item_group, date })
}
