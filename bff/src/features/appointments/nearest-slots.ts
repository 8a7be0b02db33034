import type { NearestSlotsDto } from '@one-visit/shared/appointments/contract'
import type { AppointmentDeps } from './deps'
import { bookablePlaces, type CountedSlot, keptOpenUntil } from './free-places'
import { bookableDays } from './plan-slots'
import type { SlotListQuery } from './slot-list'
import { getOfficeAndGroup } from './slot-place'

type Deps = Pick<AppointmentDeps, 'database' | 'pack' | 'clock'>
type NearestSlot = NearestSlotsDto['items'][number]

/** In all, and of these for other offices when they have free times: who cannot wait may go elsewhere. */
const AT_MOST = 5
const OF_OTHERS = 2

interface FoundSlot extends CountedSlot {
  readonly id: string
  readonly office_id: string
  readonly date: string
  readonly starts_at: string
  readonly ends_at: string
}

/**
 * Up to five times that are free for everybody: of this office first, then of the others; of each from the wanted day on, soonest
 * first, and only then before it, the latest first. Throws `not_found`.
 */
export async function findNearestSlots(deps: Deps, query: SlotListQuery): Promise<NearestSlotsDto> {
  const { pack } = deps
  getOfficeAndGroup(pack, query)
  const now = deps.clock.now()
  const found = (await findFreeSlots(deps, query, now)).sort(byNearness(query.date))
  const own = found.filter(({ office_id }) => office_id === query.office)
  const others = found.filter(({ office_id }) => office_id !== query.office)
  const ownCount = Math.max(AT_MOST - OF_OTHERS, AT_MOST - others.length)
  const chosen = [...own.slice(0, ownCount), ...others].slice(0, AT_MOST)
  return { items: chosen.flatMap((slot) => presentNearest(pack, slot, now)) }
}

/**
 * Each branch walks the index from the wanted day in its own direction and stops at the fifth find: the refusals of an opening rush
 * ask this all at once. The last two conditions of `free` are `freePlaces(…).forAll > 0` in SQL.
 */
function findFreeSlots({ database, pack }: Deps, { office, itemGroup, date }: SlotListQuery, now: Date): Promise<FoundSlot[]> {
  const { firstDay, lastDay } = bookableDays(pack, now)
  return database.read.sql<FoundSlot[]>`
    WITH free AS NOT MATERIALIZED (
      SELECT id, office_id, date, starts_at, ends_at, begins_at, capacity, kept, booked, held, ordinary, state FROM appointment_slots
      WHERE item_group = ${itemGroup} AND state = 'open' AND date >= ${firstDay} AND date <= ${lastDay}
        AND begins_at > ${now.toISOString()} AND booked + held < capacity
        AND (begins_at <= ${keptOpenUntil(now)} OR kept + ordinary < capacity))
    SELECT * FROM (SELECT * FROM free WHERE office_id = ${office} AND date >= ${date} ORDER BY date, starts_at LIMIT 5) AS own_after
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id = ${office} AND date < ${date} ORDER BY date DESC, starts_at DESC LIMIT 5
    ) AS own_before
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id <> ${office} AND date >= ${date} ORDER BY date, starts_at, office_id LIMIT 5) AS others_after
    UNION ALL SELECT * FROM (
      SELECT * FROM free WHERE office_id <> ${office} AND date < ${date} ORDER BY date DESC, starts_at DESC, office_id DESC
      LIMIT 5
    ) AS others_before`
}

const byNearness =
  (wanted: string) =>
  (a: FoundSlot, b: FoundSlot): number => {
    const aBefore = a.date < wanted
    if (aBefore !== b.date < wanted) return aBefore ? 1 : -1
    return timeOf(a) < timeOf(b) === aBefore ? 1 : -1
  }

const timeOf = ({ date, starts_at, office_id }: FoundSlot): string => `${date} ${starts_at} ${office_id}`

/** Nothing for an office that the pack no longer has. */
function presentNearest(pack: Deps['pack'], slot: FoundSlot, now: Date): NearestSlot[] {
  const office = pack.offices.find(({ id }) => id === slot.office_id)
  if (!office) return []
  return [
    {
      slotId: slot.id,
      office: { id: office.id, name: office.name },
      date: slot.date,
      startsAt: slot.starts_at,
      endsAt: slot.ends_at,
      free: bookablePlaces(slot, now).forAll,
    },
  ]
}
