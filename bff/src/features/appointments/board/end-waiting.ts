import { listOf, type Transaction } from '../../../platform/database'
import { changeCounts, lockSlots } from '../slot-store'
import { recipientOf, timeFactsOf } from '../visit-facts'
import { enqueueVisitNotices, waitingClosedNotice } from '../visit-notices'
import type { WaitingRow } from '../waiting-store'
import type { ClosureDeps, DayClosure } from './day-closure'

/** Tells up to `most` people that they wait for a closed day in vain; how many there were. */
export async function endWaiting(deps: ClosureDeps, closure: DayClosure, most: number): Promise<number> {
  const found = await deps.database.read.sql<{ slot_id: string; id: string }[]>`
    SELECT w.id, w.slot_id FROM waiting_entries w JOIN appointment_slots s ON s.id = w.slot_id
    WHERE s.office_id = ${closure.office} AND s.date = ${closure.date} AND s.state = 'closed' AND w.status IN ('waiting', 'offered')
    LIMIT ${most}`
  if (found.length > 0) await deps.database.inTransaction((tx) => endAll(deps, tx, closure, found))
  return found.length
}

async function endAll(
  deps: ClosureDeps,
  tx: Transaction,
  { reason }: DayClosure,
  found: readonly { readonly slot_id: string; readonly id: string }[],
): Promise<void> {
  const slots = await lockSlots(
    tx,
    found.map(({ slot_id }) => slot_id),
  )
  const ids = found.map(({ id }) => id)
  const entries = await tx.sql<WaitingRow[]>`
    SELECT * FROM waiting_entries WHERE id IN ${listOf(ids)} AND status IN ('waiting', 'offered')`
  await tx.affected`
    UPDATE waiting_entries SET status = 'expired' WHERE id IN ${listOf(ids)} AND status IN ('waiting', 'offered')`
  for (const slot of slots.values()) {
    const offered = entries.filter((entry) => entry.slot_id === slot.id && entry.status === 'offered')
    const ordinary = offered.reduce((sum, entry) => sum + entry.ordinary, 0)
    if (offered.length > 0) await changeCounts(tx, slot, { booked: 0, held: -offered.length, ordinary: -ordinary })
  }
  const notices = entries.flatMap((entry) => {
    const slot = slots.get(entry.slot_id)
    return slot ? [waitingClosedNotice(timeFactsOf(deps.pack, slot), recipientOf(deps, entry), entry.id, reason)] : []
  })
  await enqueueVisitNotices(deps.outbox, tx, notices)
}
