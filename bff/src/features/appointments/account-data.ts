import type { AccountDataPart } from '../../identity/account-data'
import type { Reader, Transaction } from '../../platform/database'
import { type AppointmentRow } from './appointment-store'
import { presentAppointment } from './appointment-presenter'
import type { AppointmentDeps } from './deps'
import { endVisit } from './end-visit'
import { changeCounts, lockSlots, type SlotRow } from './slot-store'
import type { WaitingRow } from './waiting-store'

/** Visits and waiting entries of the account's person, for export, deletion and joining of accounts. */
export function appointmentData(deps: AppointmentDeps): AccountDataPart {
  return {
    name: 'appointments',
    export: async (read, accountId) => {
      const rows = await findVisits(read, accountId)
      return rows.map((row) => ({ ...presentAppointment(deps, row) }))
    },
    erase: (tx, accountId) => erase(deps, tx, accountId),
    move: async (tx, fromId, toId) => {
      await tx.sql`UPDATE appointments SET account_id = ${toId} WHERE account_id = ${fromId}`
      await tx.sql`UPDATE waiting_entries SET account_id = ${toId} WHERE account_id = ${fromId}`
    },
  }
}

/** Also those that staff entered before there was an account. */
function findVisits(read: Reader, accountId: string): Promise<AppointmentRow[]> {
  return read.sql<AppointmentRow[]>`
    SELECT v.* FROM appointments v
    WHERE v.account_id = ${accountId} OR v.person_index = (SELECT resident_id_index FROM accounts WHERE id = ${accountId})
    ORDER BY v.id`
}

function findEntries(read: Reader, accountId: string): Promise<WaitingRow[]> {
  return read.sql<WaitingRow[]>`
    SELECT w.* FROM waiting_entries w
    WHERE w.account_id = ${accountId} OR w.person_index = (SELECT resident_id_index FROM accounts WHERE id = ${accountId})`
}

/**
 * Places to come are given up, and what is left names nobody: only counts for the office. A pause of booking stays until it
 * ends, or deleting the account would be the way around it.
 */
async function erase(deps: AppointmentDeps, tx: Transaction, accountId: string): Promise<void> {
  const visits = await findVisits(tx, accountId)
  const entries = await findEntries(tx, accountId)
  const toCome = visits.filter(({ status }) => status === 'booked')
  const held = entries.filter(({ status }) => status === 'offered')
  const slots = await lockSlots(
    tx,
    [...toCome, ...held].map(({ slot_id }) => slot_id),
  )
  const slotOf = (id: string): SlotRow => {
    const slot = slots.get(id)
    if (!slot) throw new Error('A visit stands in a slot that does not exist.')
    return slot
  }
  for (const { id, slot_id, ordinary } of held) {
    await tx.sql`UPDATE waiting_entries SET status = 'left' WHERE id = ${id}`
    slots.set(slot_id, await changeCounts(tx, slotOf(slot_id), { booked: 0, held: -1, ordinary: -ordinary }))
  }
  for (const visit of toCome) {
    const { slot } = await endVisit(deps, tx, visit, slotOf(visit.slot_id), { status: 'cancelled', by: 'person', reason: null })
    slots.set(slot.id, slot)
  }
  for (const { id } of visits) await forgetPerson(tx, id)
  for (const { id } of entries) await tx.sql`DELETE FROM waiting_entries WHERE id = ${id}`
}

async function forgetPerson(tx: Transaction, id: string): Promise<void> {
  await tx.sql`
    UPDATE appointments
    SET person_index = ${`erased:${id}`}, account_id = NULL, name_sealed = NULL, resident_id_sealed = NULL, phone_sealed = NULL
    WHERE id = ${id}`
}
