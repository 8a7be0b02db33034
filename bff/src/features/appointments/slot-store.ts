import { type Reader, type Transaction, valuesOf } from '../../platform/database'
import type { AppointmentSlot } from './slot.entity'

/** A row of `appointment_slots` as SQL hands it over. */
export interface SlotRow {
  readonly id: string
  readonly office_id: string
  readonly item_group: string
  readonly date: string
  readonly starts_at: string
  readonly ends_at: string
  readonly begins_at: string
  readonly windows: number
  readonly people_per_window: number
  readonly capacity: number
  readonly kept: number
  readonly booked: number
  readonly held: number
  readonly ordinary: number
  readonly state: AppointmentSlot['state']
  readonly set_by_staff: number
}

/** What a change adds to a slot's counts, or takes away. */
export interface CountChange {
  readonly booked: number
  readonly held: number
  readonly ordinary: number
}

/**
 * The slots as they are now, theirs alone for this transaction. Whoever changes a slot's counts, or what is counted (visits,
 * offers, cooling places), locks it first: all slots of the transaction in one call, before visits or anything else.
 */
export async function lockSlots(tx: Transaction, ids: readonly string[]): Promise<Map<string, SlotRow>> {
  const rows = await tx.lockRows<SlotRow[]>('appointment_slots', [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}

export async function findSlot(read: Reader, id: string): Promise<SlotRow | null> {
  const [row] = await read.sql<SlotRow[]>`SELECT * FROM appointment_slots WHERE id = ${id}`
  return row ?? null
}

/**
 * Changes the counts of a locked slot and hands back how it is now. The condition can only fail when the rules before it are
 * wrong; then nothing of the transaction may stand.
 */
export async function changeCounts(tx: Transaction, slot: SlotRow, { booked, held, ordinary }: CountChange): Promise<SlotRow> {
  const [row] = await tx.sql<SlotRow[]>`
    UPDATE appointment_slots SET booked = booked + ${booked}, held = held + ${held}, ordinary = ordinary + ${ordinary}
    WHERE id = ${slot.id} AND booked + held + ${booked} + ${held} <= capacity
    RETURNING *`
  if (!row) throw new Error('A slot would have held more people than it has places.')
  return row
}

/** People who get places in a locked slot. */
export interface CountIn {
  readonly slot: SlotRow
  readonly booked: number
  readonly ordinary: number
}

/**
 * `changeCounts` for many slots in one statement: while they are locked, everybody else who wants one of them waits, and each
 * statement is a way there and back.
 */
export async function countIntoSlots(tx: Transaction, counts: readonly CountIn[]): Promise<SlotRow[]> {
  if (counts.length === 0) return []
  const changed = await tx.affected`
    UPDATE appointment_slots
    SET booked = booked + CAST(added.column2 AS integer), ordinary = ordinary + CAST(added.column3 AS integer)
    FROM (VALUES ${valuesOf(counts.map(({ slot, booked, ordinary }) => [slot.id, booked, ordinary]))}) AS added
    WHERE id = added.column1 AND booked + held + CAST(added.column2 AS integer) <= capacity`
  if (changed !== counts.length) throw new Error('A slot would have held more people than it has places.')
  return counts.map(({ slot, booked, ordinary }) => ({
    ...slot,
    booked: slot.booked + booked,
    ordinary: slot.ordinary + ordinary,
  }))
}
