import type { SlotDaysDto } from '@one-visit/shared/appointments/contract'
import { addDays, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { AppointmentDeps } from './deps'
import { type CountedSlot, type SlotStanding, standingAt } from './free-places'
import { bookableDays } from './plan-slots'
import { presentSlotDay } from './slot-day'
import { getOfficeAndGroup } from './slot-place'

type DayRow = CountedSlot & { readonly date: string }

/** Every day of a month (`YYYY-MM`): open, full, or closed and why. Throws `not_found`. */
export async function listSlotDays(
  { database, pack, clock }: Pick<AppointmentDeps, 'database' | 'pack' | 'clock'>,
  query: { readonly office: string; readonly itemGroup: string; readonly month: string },
): Promise<SlotDaysDto> {
  const place = getOfficeAndGroup(pack, query)
  const now = clock.now()
  const days = bookableDays(pack, now)
  const rows = await database.read.sql<DayRow[]>`
    SELECT date, begins_at, capacity, kept, booked, held, ordinary, state FROM appointment_slots
    WHERE office_id = ${query.office} AND item_group = ${query.itemGroup} AND state <> 'closed'
      AND date >= ${`${query.month}-01`} AND date <= ${`${query.month}-31`}
      AND date >= ${days.firstDay} AND date <= ${days.lastDay}`
  const slots = slotsByDate(rows, now)
  const items = datesOf(query.month).map((date) => presentSlotDay(pack, place, date, { slots: slots.get(date) ?? [], days }))
  return { items, ...days }
}

function slotsByDate(rows: readonly DayRow[], now: Date): Map<string, SlotStanding[]> {
  const standing = standingAt(now)
  const slots = new Map<string, SlotStanding[]>()
  for (const row of rows) {
    const ofDay = slots.get(row.date)
    if (ofDay) ofDay.push(standing(row))
    else slots.set(row.date, [standing(row)])
  }
  return slots
}

function datesOf(month: string): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = `${month}-01` as LocalDate; date.startsWith(month); date = addDays(date, 1)) dates.push(date)
  return dates
}
