import path from 'node:path'
import { generateSlots } from '../../bff/src/features/appointments/generate-slots'
import { type CountyPack, loadCountyPack } from '../../bff/src/platform/county-pack'
import { listOf } from '../../bff/src/platform/database'
import type { Store } from './place'

export const OFFICE = 'hall'
/** A day whose list is read and where nobody books: 20 times. */
export const LIST = { itemGroup: 'household', date: '2026-11-25', times: 20 } as const
/** What people book: three visits are what a person may have. */
const GROUPS = ['vehicle', 'medical-insurance', 'household'] as const
const DAYS = ['2026-11-24', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04']

export function benchPack(): CountyPack {
  return loadCountyPack(path.join(__dirname, '../../bff/counties'), '430224')
}

/** Somebody who is signed in, and the slot they want, or what they look for. */
export interface Caller {
  readonly token: string
  readonly slotId?: string
  readonly query?: string
}

/**
 * The slots of two weeks as the county has them, but with room for everybody at the office of the bench, and one slot less on the
 * day whose list is read. Hands back the slots that may be booked: by item group, by day, by time.
 */
export async function seedSlots({ database, clock }: Store): Promise<string[][][]> {
  await generateSlots({ database, clock, pack: benchPack() })
  await database.inTransaction(async (tx) => {
    // As if set by staff, so that the generator leaves them alone.
    await tx.affected`
      UPDATE appointment_slots SET windows = 1000000, people_per_window = 1, capacity = 1000000, set_by_staff = 1
      WHERE office_id = ${OFFICE} AND date IN ${listOf(DAYS)}`
    await tx.affected`
      UPDATE appointment_slots SET state = 'closed', set_by_staff = 1
      WHERE id = (SELECT id FROM appointment_slots WHERE office_id = ${OFFICE} AND item_group = ${LIST.itemGroup}
        AND date = ${LIST.date} ORDER BY starts_at DESC LIMIT 1)`
  })
  const rows = await database.read.sql<{ id: string; item_group: string; date: string }[]>`
    SELECT id, item_group, date FROM appointment_slots WHERE office_id = ${OFFICE} ORDER BY date, starts_at`
  const of = (group: string, day: string): string[] =>
    rows.filter((row) => row.item_group === group && row.date === day).map(({ id }) => id)
  if (of(LIST.itemGroup, LIST.date).length !== LIST.times + 1) throw new Error('The day whose list is read is not as it was.')
  return GROUPS.map((group) => DAYS.map((day) => of(group, day)))
}

/**
 * Who books what, in turn: everybody once, then everybody for something else. Those who come one after another want the times of
 * one day, as on the morning when a day opens.
 */
export function wishesOf(tokens: readonly string[], slots: readonly (readonly (readonly string[])[])[]): Caller[] {
  return slots.flatMap((days) =>
    tokens.map((token, index) => {
      const times = days[Math.floor((index * days.length) / tokens.length)] ?? []
      const slotId = times[index % times.length]
      if (slotId === undefined) throw new Error('There is nothing to book.')
      return { token, slotId }
    }),
  )
}
