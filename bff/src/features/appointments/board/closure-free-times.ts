import { listOf, type Reader } from '../../../platform/database'
import type { AppointmentRow } from '../appointment-store'
import type { AppointmentDeps } from '../deps'
import { bookablePlaces, type CountedSlot, keptOpenUntil } from '../free-places'
import { bookableDays } from '../plan-slots'

const HOUR_MS = 3_600_000

/** An offer ends an hour before its time begins, so a time must be far enough away to leave an hour to decide. */
export const DECIDE_BEFORE_MS = HOUR_MS
const NOT_BEFORE_MS = DECIDE_BEFORE_MS + HOUR_MS

/** Visits of one item group on one day at one office, all `ordinary` or none. */
type Visits = readonly Pick<AppointmentRow, 'office_id' | 'item_group' | 'begins_at' | 'ordinary' | 'person_index'>[]

interface FoundTime extends CountedSlot {
  readonly id: string
  readonly office_id: string
}

/** Times that may have room for these people, as far as a look without locks can tell. */
export interface FreeTimes {
  readonly ids: readonly string[]
  /** There are no more: who gets none of these gets none. */
  readonly isAll: boolean
}

/** The times nearest to these visits, no more than they need: of their own office, and of others once those do not suffice. */
export async function findFreeTimes(
  deps: Pick<AppointmentDeps, 'database' | 'pack'>,
  visits: Visits,
  now: Date,
): Promise<FreeTimes> {
  const [first] = visits
  if (!first) return { ids: [], isAll: true }
  const inLine = await findLines(deps.database.read, visits)
  const found = await searchTimes(deps, first, visits.length + inLine.size, now)
  const ids: string[] = []
  let places = 0
  for (const time of found.sort(byNearness(first))) {
    if (places >= visits.length) break
    const { forAll, forElders } = bookablePlaces(time, now)
    ids.push(time.id)
    // Not counted: somebody whose only time this were could not have it, and would be looked at again and again.
    if (!inLine.has(time.id)) places += first.ordinary === 1 ? forAll : forElders
  }
  // Each search finds as many times as there are people, beside those lines: too few places in all means that there are no more.
  return { ids, isAll: places < visits.length }
}

/** The slots in whose line any of these people stand already: nobody is offered a second place there. */
async function findLines(read: Reader, visits: Visits): Promise<Set<string>> {
  const rows = await read.sql<{ slot_id: string }[]>`
    SELECT DISTINCT slot_id FROM waiting_entries
    WHERE person_index IN ${listOf(visits.map(({ person_index }) => person_index))} AND status IN ('waiting', 'offered')`
  return new Set(rows.map(({ slot_id }) => slot_id))
}

/** The own office first; then what is nearer to the time that was given up, before or after. */
export const byNearness =
  (visit: Pick<AppointmentRow, 'office_id' | 'begins_at'>) =>
  (a: Pick<FoundTime, 'office_id' | 'begins_at'>, b: Pick<FoundTime, 'office_id' | 'begins_at'>): number => {
    const isOther = (time: Pick<FoundTime, 'office_id'>): number => Number(time.office_id !== visit.office_id)
    const distance = (time: Pick<FoundTime, 'begins_at'>): number =>
      Math.abs(Date.parse(time.begins_at) - Date.parse(visit.begins_at))
    return isOther(a) - isOther(b) || distance(a) - distance(b) || (a.begins_at < b.begins_at ? -1 : 1)
  }

/** Each branch walks the index from the visit's time in its own direction. */
function searchTimes(
  { database, pack }: Pick<AppointmentDeps, 'database' | 'pack'>,
  visit: Visits[number],
  most: number,
  now: Date,
): Promise<FoundTime[]> {
  const { office_id: office, item_group: group, begins_at: wanted, ordinary } = visit
  const { lastDay } = bookableDays(pack, now)
  const earliest = new Date(now.getTime() + NOT_BEFORE_MS).toISOString()
  return database.read.sql<FoundTime[]>`
    WITH free AS NOT MATERIALIZED (
      SELECT id, office_id, begins_at, capacity, kept, booked, held, ordinary, state FROM appointment_slots
      WHERE item_group = ${group} AND state = 'open' AND date <= ${lastDay} AND begins_at >= ${earliest}
        AND booked + held < capacity AND (${ordinary} = 0 OR begins_at <= ${keptOpenUntil(now)} OR kept + ordinary < capacity))
    SELECT * FROM (
      SELECT * FROM free WHERE office_id = ${office} AND begins_at >= ${wanted} ORDER BY begins_at LIMIT ${most}) AS own_after
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id = ${office} AND begins_at < ${wanted} ORDER BY begins_at DESC LIMIT ${most}) AS own_before
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id <> ${office} AND begins_at >= ${wanted} ORDER BY begins_at LIMIT ${most}) AS others_after
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id <> ${office} AND begins_at < ${wanted} ORDER BY begins_at DESC LIMIT ${most}
    ) AS others_before`
}
