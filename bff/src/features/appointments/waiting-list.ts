import type { WaitingEntryDto, WaitingListDto } from '@one-visit/shared/appointments/contract'
import { ACTIVE_LIMIT, freePlaces } from '@one-visit/shared/appointments/rules'
import { actedBy } from '../../identity/acted-by'
import { appendAudit } from '../../platform/audit'
import { type Transaction, valuesOf } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { newId } from '../../platform/ids'
import { findActiveOf } from './appointment-store'
import { requireVisitsOf, visibleTo } from './asked-by'
import { type BookingCall, tellLists } from './book-appointment'
import { findPauses, pauseSentence } from './booking-pause'
import type { AppointmentDeps } from './deps'
import { isKeptOpen } from './free-places'
import { bookingWindowProblem } from './plan-slots'
import { offerFreePlaces } from './release-place'
import { requireMayBook } from './require-may-book'
import { changeCounts, lockSlots, type SlotRow } from './slot-store'
import { getVisitor, type Visitor } from './visitor'
import { presentWaitingEntry } from './waiting-presenter'
import { findOwnEntries, findOwnEntry } from './waiting-store'

const SHOWN_MS = 2 * 86_400_000

/** Where this person waits, and what is held for them; under a mandate only for the item groups that it names. */
export async function listWaitingEntries(deps: AppointmentDeps, principal: ResidentPrincipal): Promise<WaitingListDto> {
  const since = new Date(deps.clock.now().getTime() - SHOWN_MS).toISOString()
  const rows = await findOwnEntries(deps.database.read, principal.accountId, since)
  return { items: visibleTo(principal, rows).map((row) => presentWaitingEntry(deps.pack, row)) }
}

/** Who wants to wait; `ordinary`: neither elderly nor waiting by proxy. */
type Waiter = Visitor & { readonly ordinary: boolean }

/** Waits for a place in a full slot. Twice is once. Throws `slot_has_room` and the other refusals of the contract. */
export async function joinWaitingList(deps: AppointmentDeps, call: BookingCall): Promise<WaitingEntryDto> {
  const { accountId } = call.principal
  const visitor = await getVisitor(deps.database.read, deps, accountId)
  await requireMayBook(deps, call, () => Promise.resolve(visitor))
  const waiter = { ...visitor, ordinary: !visitor.elder && call.principal.mandate === null }
  return call.once(async (tx) => {
    const slot = (await lockSlots(tx, [call.slotId])).get(call.slotId)
    if (!slot) throw problem('slot_closed')
    const now = deps.clock.now()
    const known = await findLiveEntry(tx, slot.id, visitor.personIndex)
    if (known === null) {
      await requireMayWait(deps, tx, slot, waiter, now)
      const subject = await insertEntry(tx, slot, waiter, now)
      const { principal, requestId } = call
      await appendAudit(tx, { ...actedBy(principal), event: 'waiting_list_joined', subject, requestId, at: now })
    }
    const entries = await findOwnEntries(tx, accountId, now.toISOString())
    const mine = entries.find(({ slot_id }) => slot_id === slot.id)
    if (!mine) throw new Error('An entry of the waiting list was written and not found.')
    return presentWaitingEntry(deps.pack, mine)
  })
}

async function findLiveEntry(tx: Transaction, slotId: string, personIndex: string): Promise<string | null> {
  const [row] = await tx.sql<{ id: string }[]>`
    SELECT id FROM waiting_entries
    WHERE slot_id = ${slotId} AND person_index = ${personIndex} AND status IN ('waiting', 'offered')`
  return row?.id ?? null
}

async function requireMayWait(deps: AppointmentDeps, tx: Transaction, slot: SlotRow, waiter: Waiter, now: Date): Promise<void> {
  const [pause] = await findPauses(tx, [waiter.personIndex], now)
  if (pause) throw problem('booking_paused', { detail: pauseSentence(pause) })
  if (slot.state !== 'open') throw problem('slot_closed')
  const code = bookingWindowProblem(deps.pack, slot, now)
  if (code !== null) throw problem(code)
  if ((await findActiveOf(tx, waiter.personIndex, slot.item_group))?.slot_id === slot.id) throw problem('already_booked')
  const { forElders, forAll } = freePlaces(slot, isKeptOpen(slot, now))
  if ((waiter.ordinary ? forAll : forElders) > 0) throw problem('slot_has_room')
}

/** The unique index on the person's places in lines makes a fourth impossible, whatever other processes do meanwhile. */
async function insertEntry(tx: Transaction, slot: SlotRow, waiter: Waiter, now: Date): Promise<string> {
  const id = newId(now)
  const { personIndex, accountId, nameSealed, residentIdSealed, phoneSealed, elder, ordinary } = waiter
  const person = [personIndex, accountId, nameSealed, residentIdSealed, phoneSealed, elder, ordinary]
  for (let place = 1; place <= ACTIVE_LIMIT; place += 1) {
    const written = await tx.affected`
      INSERT INTO waiting_entries (id, slot_id, person_index, account_id, name_sealed, resident_id_sealed, phone_sealed, elder, ordinary,
        cause, status, line_place, offer_ends_at, created_at)
      VALUES ${valuesOf([[id, slot.id, ...person, 'freed', 'waiting', place, null, now.toISOString()]])}
      ON CONFLICT DO NOTHING`
    if (written === 1) return id
  }
  throw problem('waiting_limit_reached')
}

/** Stops waiting, or gives up a held place, which goes to the next. Twice is once; `not_found` for anybody else's, `mandate_scope` for what a mandate does not name. */
export async function leaveWaitingList(
  deps: AppointmentDeps,
  principal: ResidentPrincipal,
  id: string,
  requestId: string,
): Promise<void> {
  const { accountId } = principal
  const entry = await findOwnEntry(deps.database.read, accountId, id)
  if (!entry) throw problem('not_found')
  requireVisitsOf(principal, entry.item_group)
  const slot = await deps.database.inTransaction(async (tx) => {
    const locked = (await lockSlots(tx, [entry.slot_id])).get(entry.slot_id)
    const now = await findOwnEntry(tx, accountId, id)
    if (!locked || !now || (now.status !== 'waiting' && now.status !== 'offered')) return locked ?? null
    await tx.sql`UPDATE waiting_entries SET status = 'left', offer_ends_at = NULL WHERE id = ${id}`
    const at = deps.clock.now()
    await appendAudit(tx, { ...actedBy(principal), event: 'waiting_list_left', subject: id, requestId, at })
    if (now.status === 'waiting') return locked
    return offerFreePlaces(deps, tx, await changeCounts(tx, locked, { booked: 0, held: -1, ordinary: -now.ordinary }))
  })
  if (slot) tellLists(deps, slot)
}
