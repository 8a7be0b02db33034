import type { CountyPack } from '../../../platform/county-pack'
import type { Transaction } from '../../../platform/database'
import type { AppointmentRow } from '../appointment-store'

const A = 'A'.charCodeAt(0)
const LETTERS = 26

/** The letter of an item group on tickets, by its place in the county pack: A … Z, then AA, AB … */
function ticketLetter(pack: CountyPack, itemGroup: string): string {
  const index = pack.itemGroups.findIndex((group) => group.id === itemGroup)
  const letter = (place: number): string => String.fromCharCode(A + (place % LETTERS))
  return index < LETTERS ? letter(Math.max(index, 0)) : letter(Math.floor(index / LETTERS) - 1) + letter(index)
}

/** `C012`: the next ticket of this item group today, counted for each office in the transaction that gives it out. */
async function nextTicket(tx: Transaction, pack: CountyPack, visit: AppointmentRow): Promise<{ ticket: string; order: number }> {
  const [counter] = await tx.sql<{ last: number }[]>`
    INSERT INTO ticket_counters (office_id, item_group, date, last)
    VALUES (${visit.office_id}, ${visit.item_group}, ${visit.date}, 1)
    ON CONFLICT (office_id, item_group, date) DO UPDATE SET last = ticket_counters.last + 1
    RETURNING last`
  const order = counter?.last ?? 1
  return { ticket: `${ticketLetter(pack, visit.item_group)}${String(order).padStart(3, '0')}`, order }
}

/** Checks a booked visit in and gives it its ticket; null when it is not booked any more. */
export async function giveTicket(
  tx: Transaction,
  pack: CountyPack,
  visit: AppointmentRow,
  at: Date,
): Promise<AppointmentRow | null> {
  // The visit first: of two counters that check the same person in, one gets the row and the other waits, then sees it taken.
  const taken = await tx.affected`
    UPDATE appointments SET status = 'checked_in', checked_in_at = ${at.toISOString()}
    WHERE id = ${visit.id} AND status = 'booked'`
  if (taken === 0) return null
  const { ticket, order } = await nextTicket(tx, pack, visit)
  const [row] = await tx.sql<AppointmentRow[]>`
    UPDATE appointments SET ticket = ${ticket}, ticket_order = ${order} WHERE id = ${visit.id} RETURNING *`
  return row ?? null
}
