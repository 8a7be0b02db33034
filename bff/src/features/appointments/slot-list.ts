import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import type { AppointmentDeps } from './deps'
import { type CountedSlot, type SlotStanding, standingAt } from './free-places'
import { bookableDays } from './plan-slots'
import { presentSlotDay } from './slot-day'
import { getOfficeAndGroup } from './slot-place'

export interface SlotListQuery {
  readonly office: string
  readonly itemGroup: string
  readonly date: LocalDate
}

export type SlotListDeps = Pick<AppointmentDeps, 'database' | 'pack' | 'clock'>

interface ListedSlot extends CountedSlot {
  readonly id: string
  readonly starts_at: string
  readonly ends_at: string
}

/** The times of one day. Throws `not_found`. */
export async function listSlots({ database, pack, clock }: SlotListDeps, query: SlotListQuery): Promise<SlotListDto> {
  const place = getOfficeAndGroup(pack, query)
  const now = clock.now()
  const rows = await database.read.sql<ListedSlot[]>`
    SELECT id, starts_at, ends_at, begins_at, capacity, kept, booked, held, ordinary, state FROM appointment_slots
    WHERE office_id = ${query.office} AND item_group = ${query.itemGroup} AND date = ${query.date} AND state <> 'closed'
    ORDER BY starts_at`
  const standing = standingAt(now)
  const day = presentSlotDay(pack, place, query.date, { slots: rows.map(standing), days: bookableDays(pack, now) })
  return {
    office: query.office,
    itemGroup: query.itemGroup,
    day,
    extraDayItems: day.extraDay ? place.group.extraDayItems : [],
    items: day.state === 'open' || day.state === 'full' ? rows.map((row) => presentSlot(row, standing(row))) : [],
  }
}

function presentSlot(row: ListedSlot, { begun, paused, forElders, forAll }: SlotStanding): SlotListDto['items'][number] {
  return {
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: begun ? 'past' : paused ? 'paused' : forElders === 0 ? 'full' : 'open',
    free: forAll,
    freeForElders: forElders,
  }
}
