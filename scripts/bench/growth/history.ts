import { addDays, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { SlotRow } from '../../../bff/src/features/appointments/slot-store'
import type { Store } from '../place'
import { LIST } from '../visits'

/** A slot that somebody has, had or will have a visit in. */
export type SlotPlace = Pick<SlotRow, 'id' | 'office_id' | 'item_group' | 'date' | 'starts_at' | 'ends_at' | 'begins_at'>

export interface Slots {
  /** By working day, the last one first. */
  readonly past: readonly (readonly SlotPlace[])[]
  readonly today: readonly SlotPlace[]
  readonly coming: readonly SlotPlace[]
}

/** The Monday on which the bench takes place. */
export const TODAY = '2026-11-23' as LocalDate

/** The slots of so many working days gone by, like those of one day to come: nothing deletes them in use either. */
export async function addHistory(store: Store, days: number): Promise<Slots> {
  const dates = workingDaysBefore(TODAY, days)
  for (const [index, date] of dates.entries()) await copyDay(store, { date, prefix: prefixOf(index) })
  const pattern = await slotsOf(store, LIST.date)
  const past = dates.map((date, index) =>
    pattern.map((slot) => ({
      ...slot,
      date,
      id: prefixOf(index) + slot.id.slice(8),
      begins_at: date + slot.begins_at.slice(10),
    })),
  )
  const coming = await store.database.read.sql<SlotPlace[]>`
    SELECT id, office_id, item_group, date, starts_at, ends_at, begins_at FROM appointment_slots
    WHERE date > ${TODAY} AND state = 'open' ORDER BY id`
  return { past, today: await slotsOf(store, TODAY), coming }
}

/** The first eight digits of the ids of a day: those of a UUIDv7 from long ago. */
const prefixOf = (day: number): string => `0180${day.toString(16).padStart(4, '0')}`

function workingDaysBefore(day: LocalDate, count: number): LocalDate[] {
  const dates: LocalDate[] = []
  for (let date = addDays(day, -1); dates.length < count; date = addDays(date, -1)) {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) dates.push(date)
  }
  return dates
}

async function copyDay({ database }: Store, { date, prefix }: { readonly date: string; readonly prefix: string }): Promise<void> {
  await database.inTransaction(
    (tx) => tx.affected`
      INSERT INTO appointment_slots (id, office_id, item_group, date, starts_at, ends_at, begins_at, windows, people_per_window,
        capacity, kept, booked, held, ordinary, state, set_by_staff)
      SELECT ${prefix} || substr(id, 9), office_id, item_group, ${date}, starts_at, ends_at, ${date} || substr(begins_at, 11),
        windows, people_per_window, capacity, kept, 0, 0, 0, state, 1
      FROM appointment_slots WHERE date = ${LIST.date}`,
  )
}

function slotsOf({ database }: Store, date: string): Promise<SlotPlace[]> {
  return database.read.sql<SlotPlace[]>`
    SELECT id, office_id, item_group, date, starts_at, ends_at, begins_at FROM appointment_slots
    WHERE date = ${date} ORDER BY office_id, item_group, starts_at`
}
