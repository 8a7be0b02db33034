import type { Reader } from '../../platform/database'
import type { SlotRow } from './slot-store'

/** What never changes of a slot. */
export type SlotFacts = Pick<SlotRow, 'item_group' | 'date'>

/** More than a county has in two weeks; the oldest goes first. */
const MOST = 20_000

const known = new WeakMap<Reader, Map<string, SlotFacts>>()

/** Read once a process: everybody who books asks for them. Null when there is no such slot (yet). */
export async function findSlotFacts(read: Reader, id: string): Promise<SlotFacts | null> {
  const slots = known.get(read) ?? new Map<string, SlotFacts>()
  known.set(read, slots)
  const fact = slots.get(id)
  if (fact) return fact
  const [row] = await read.sql<SlotFacts[]>`SELECT item_group, date FROM appointment_slots WHERE id = ${id}`
  if (!row) return null
  slots.set(id, row)
  const [oldest] = slots.keys()
  if (slots.size > MOST && oldest !== undefined) slots.delete(oldest)
  return row
}
