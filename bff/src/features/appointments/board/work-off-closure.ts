import type { Reader } from '../../../platform/database'
import { tellLists } from '../book-appointment'
import type { AppointmentRow } from '../appointment-store'
import { cancelAndOffer } from './cancel-and-offer'
import { findFreeTimes } from './closure-free-times'
import type { ClosureDeps, DayClosure } from './day-closure'
import { endWaiting } from './end-waiting'

/** People in one transaction: their new times are locked meanwhile. */
const PEOPLE = 25

type VisitOfDay = Pick<AppointmentRow, 'id' | 'slot_id' | 'office_id' | 'item_group' | 'person_index' | 'ordinary' | 'begins_at'>

/**
 * Cancels, offers and tells until nobody is left of the closed day. May be run again, and by several processes at once: each visit
 * ends once, in the transaction that writes its offer and its notice. `signal` stops it between two transactions.
 */
export async function workOffClosure(deps: ClosureDeps, closure: DayClosure, signal?: AbortSignal): Promise<void> {
  for (let visits = await nextVisits(deps.database.read, closure); visits.length > 0;) {
    signal?.throwIfAborted()
    const times = await findFreeTimes(deps, visits, deps.clock.now())
    const touched = await deps.database.inTransaction((tx) => cancelAndOffer(deps, tx, closure, visits, times))
    tellLists(deps, ...touched)
    visits = await nextVisits(deps.database.read, closure)
  }
  for (;;) {
    signal?.throwIfAborted()
    const ended = await endWaiting(deps, closure, PEOPLE)
    if (ended === 0) break
  }
  for (const { itemGroup } of deps.pack.offices.find(({ id }) => id === closure.office)?.windows ?? []) {
    deps.slotLists.changed({ officeId: closure.office, itemGroup, date: closure.date })
  }
}

/** Of one item group, and either all elderly or all not: the free times are the same for all of them. */
async function nextVisits(read: Reader, { office, date }: DayClosure): Promise<VisitOfDay[]> {
  const visits = await read.sql<VisitOfDay[]>`
    SELECT id, slot_id, office_id, item_group, person_index, ordinary, begins_at FROM appointments
    WHERE office_id = ${office} AND date = ${date} AND status IN ('booked', 'checked_in')
    ORDER BY ordinary, item_group, begins_at, created_at, id LIMIT ${PEOPLE}`
  const [first] = visits
  return visits.filter((visit) => visit.item_group === first?.item_group && visit.ordinary === first.ordinary)
}
