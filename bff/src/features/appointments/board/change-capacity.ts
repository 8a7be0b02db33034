import type { ChangedSlotsDto } from '@one-visit/shared/appointments/board-contract'
import { keptPlaces } from '@one-visit/shared/appointments/rules'
import { appendAudit } from '../../../platform/audit'
import { listOf, type Transaction } from '../../../platform/database'
import { type Problem, problem } from '../../../platform/errors'
import type { AppointmentDeps } from '../deps'
import { offerFreePlaces } from '../release-place'
import { changeCounts, type SlotRow } from '../slot-store'
import { requireOffice, requireWindows } from './board-policy'
import { lockRange, type SlotRange, viewChanged } from './slot-range'
import { auditOf, type StaffAct } from './staff-act'

type CapacityDeps = Pick<AppointmentDeps, 'database' | 'clock' | 'crypto' | 'outbox' | 'pack' | 'slotLists'>

type ChangeCapacity = SlotRange & { readonly windows: number; readonly peoplePerWindow: number }

/**
 * Sets windows and people a window for every slot of the range that has not ended, or for none of them: throws `slot_has_bookings`
 * when more people are booked or expected somewhere than would fit. Places that were given up and have not reappeared are nobody's
 * yet, and go first. New places go to people who wait. Throws `invalid_input` for more windows than there are.
 */
export async function changeCapacity(deps: CapacityDeps, act: StaffAct, input: ChangeCapacity): Promise<ChangedSlotsDto> {
  const there = requireWindows(requireOffice(deps.pack, act.staff, input.office), input.itemGroup)
  if (input.windows > there.open + there.spare) throw tooManyWindows(there.open + there.spare)
  const ids = await deps.database.inTransaction(async (tx) => {
    const before = await lockRange(tx, input, act.at)
    const cleared: SlotRow[] = []
    for (const slot of before) cleared.push(await dropCooling(tx, slot, input.windows * input.peoplePerWindow))
    const after = await setCapacity(tx, cleared, input, deps.pack.booking.elderQuotaPercent)
    for (const slot of after) await offerFreePlaces(deps, tx, slot)
    await appendAudit(tx, {
      ...auditOf(act),
      event: 'slot_capacity_changed',
      subject: input.office,
      data: { ...dataOf(input), from: windowsOf(before), to: windowsOf(after), reason: input.reason },
    })
    return before.map(({ id }) => id)
  })
  deps.slotLists.changed({ officeId: input.office, itemGroup: input.itemGroup, date: input.date })
  return viewChanged(deps.database.read, input, ids)
}

/** Makes room in a locked slot for a smaller capacity: as many cooling places as would be too many are gone. */
async function dropCooling(tx: Transaction, slot: SlotRow, capacity: number): Promise<SlotRow> {
  const tooMany = slot.booked + slot.held - capacity
  if (tooMany <= 0) return slot
  const dropped = await tx.affected`
    DELETE FROM cooling_places
    WHERE id IN (SELECT id FROM cooling_places WHERE slot_id = ${slot.id} ORDER BY reappears_at DESC LIMIT ${tooMany})`
  return dropped === 0 ? slot : changeCounts(tx, slot, { booked: 0, held: -dropped, ordinary: 0 })
}

async function setCapacity(
  tx: Transaction,
  slots: readonly SlotRow[],
  { windows, peoplePerWindow }: ChangeCapacity,
  elderQuotaPercent: number,
): Promise<SlotRow[]> {
  const capacity = windows * peoplePerWindow
  const changed = await tx.sql<SlotRow[]>`
    UPDATE appointment_slots SET windows = ${windows}, people_per_window = ${peoplePerWindow}, capacity = ${capacity},
      kept = ${keptPlaces(capacity, elderQuotaPercent)}, set_by_staff = 1
    WHERE id IN ${listOf(slots.map(({ id }) => id))} AND booked + held <= ${capacity} RETURNING *`
  if (changed.length < slots.length) throw tooFewPlaces(slots, capacity)
  return changed
}

const tooManyWindows = (most: number): Problem =>
  problem('invalid_input', { fields: [{ path: 'windows', message: `这里最多开 ${most} 个窗口` }] })

function tooFewPlaces(slots: readonly SlotRow[], capacity: number): Problem {
  const full = slots.filter((slot) => slot.booked + slot.held > capacity)
  const said = full.map(
    ({ starts_at, booked, held }) => `${starts_at} 已约 ${booked} 人${held > 0 ? `、为人留着 ${held} 个` : ''}`,
  )
  return problem('slot_has_bookings', { detail: `${said.join('；')}，多于 ${capacity} 人，所以都没有改。` })
}

const dataOf = ({ itemGroup, date, from, to }: SlotRange): Record<string, string> => ({ itemGroup, date, times: `${from}-${to}` })

/** `3x2`, or `3x2,2x2` where slots differ: windows × people a window. */
function windowsOf(slots: readonly SlotRow[]): string {
  return [...new Set(slots.map((slot) => `${slot.windows}x${slot.people_per_window}`))].join(',')
}
