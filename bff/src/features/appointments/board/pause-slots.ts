import type { ChangedSlotsDto } from '@one-visit/shared/appointments/board-contract'
import { appendAudit } from '../../../platform/audit'
import { listOf } from '../../../platform/database'
import type { AppointmentDeps } from '../deps'
import { offerFreePlaces } from '../release-place'
import type { SlotRow } from '../slot-store'
import { requireOffice, requireWindows } from './board-policy'
import { lockRange, type SlotRange, viewChanged } from './slot-range'
import { auditOf, type StaffAct } from './staff-act'

type PauseDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'outbox' | 'pack' | 'slotLists'>

/**
 * Stops booking in the slots of the range, or lets it go on; who has booked keeps the place. Going on also opens what a day's
 * closing closed: whom it cancelled has been told, and may book again.
 */
export async function pauseSlots(
  deps: PauseDeps,
  act: StaffAct,
  input: SlotRange & { readonly paused: boolean },
): Promise<ChangedSlotsDto> {
  requireWindows(requireOffice(deps.pack, act.staff, input.office), input.itemGroup)
  const state = input.paused ? 'paused' : 'open'
  const ids = await deps.database.inTransaction(async (tx) => {
    const slots = await lockRange(tx, input, act.at, !input.paused)
    const changed = await tx.sql<SlotRow[]>`
      UPDATE appointment_slots SET state = ${state}, set_by_staff = 1
      WHERE id IN ${listOf(slots.map(({ id }) => id))} RETURNING *`
    // Places that were given up in the pause.
    for (const slot of changed) await offerFreePlaces(deps, tx, slot)
    const { itemGroup, date, from, to, reason } = input
    await appendAudit(tx, {
      ...auditOf(act),
      event: 'slot_pause_changed',
      subject: input.office,
      data: { itemGroup, date, times: `${from}-${to}`, to: state, reason },
    })
    return slots.map(({ id }) => id)
  })
  deps.slotLists.changed({ officeId: input.office, itemGroup: input.itemGroup, date: input.date })
  return viewChanged(deps.database.read, input, ids)
}
