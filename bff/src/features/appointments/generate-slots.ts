import { BOOKING_DAYS } from '@one-visit/shared/appointments/rules'
import { addDays, localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { type Transaction, valuesOf } from '../../platform/database'
import { newId } from '../../platform/ids'
import type { AppointmentDeps } from './deps'
import { type PlannedSlot, planSlots } from './plan-slots'
import { lockSlots, type SlotRow } from './slot-store'

type Deps = Pick<AppointmentDeps, 'database' | 'pack' | 'clock'>

interface Plan extends PlannedSlot {
  readonly itemGroup: string
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * Makes the table of slots what the pack says: today, the 13 days after it, and one more, so that it is there when it opens. May run
 * at any time and in several processes. Visits are never touched: a slot that the pack no longer has, or has with fewer places,
 * keeps as many as are booked or held. What staff have set is left alone.
 */
export async function generateSlots(deps: Deps): Promise<void> {
  const today = localDateAt(deps.clock.now())
  const offices = await officesConcerned(deps, today)
  for (let ahead = 0; ahead <= BOOKING_DAYS; ahead += 1) {
    for (const officeId of offices) {
      await generateDay(deps, officeId, addDays(today, ahead))
      // On SQLite a read does not wait for anything: without this, nobody else would be answered in between.
      await nextTurn()
    }
  }
}

/** Those of the pack, and those that only the table still knows: by date, so that SQLite does not walk through the years. */
async function officesConcerned({ database, pack }: Deps, today: LocalDate): Promise<Set<string>> {
  const rows = await database.read.sql<{ office_id: string }[]>`
    SELECT DISTINCT date, office_id FROM appointment_slots WHERE date >= ${today}`
  return new Set([...pack.offices.map(({ id }) => id), ...rows.map(({ office_id }) => office_id)])
}

/** One office and day, in one transaction; none when there is nothing to do. */
async function generateDay({ database, pack, clock }: Deps, officeId: string, date: LocalDate): Promise<void> {
  const plans = plansOf(pack, officeId, date)
  const rows = await database.read.sql<SlotRow[]>`
    SELECT * FROM appointment_slots WHERE office_id = ${officeId} AND date = ${date}`
  const known = new Set(rows.map(keyOf))
  const missing = [...plans].filter(([key]) => !known.has(key)).map(([, plan]) => plan)
  const differing = rows.filter((row) => changeOf(row, plans) !== null).map(({ id }) => id)
  if (missing.length === 0 && differing.length === 0) return
  await database.inTransaction(async (tx) => {
    if (differing.length > 0) await changeSlots(tx, differing, plans)
    if (missing.length > 0) await insertSlots(tx, missing, { officeId, date, now: clock.now() })
  })
}

const keyOf = ({ item_group, starts_at }: SlotRow): string => `${item_group} ${starts_at}`

function plansOf(pack: Deps['pack'], officeId: string, date: LocalDate): Map<string, Plan> {
  const office = pack.offices.find(({ id }) => id === officeId)
  if (!office) return new Map()
  const plans = pack.itemGroups.flatMap((group) =>
    planSlots(pack, office, group, date).map((slot): Plan => ({ ...slot, itemGroup: group.id })),
  )
  return new Map(plans.map((plan) => [`${plan.itemGroup} ${plan.startsAt}`, plan]))
}

type Change = Pick<SlotRow, 'ends_at' | 'windows' | 'people_per_window' | 'capacity' | 'kept' | 'state'>

/** What a slot should be but is not; null when nothing, or when staff have set it. */
function changeOf(row: SlotRow, plans: ReadonlyMap<string, Plan>): Change | null {
  if (row.set_by_staff === 1) return null
  const plan = plans.get(keyOf(row))
  const taken = row.booked + row.held
  const wanted: Change = plan
    ? {
        ends_at: plan.endsAt,
        windows: plan.windows,
        people_per_window: plan.peoplePerWindow,
        capacity: Math.max(plan.capacity, taken),
        kept: plan.kept,
        state: 'open',
      }
    : { ends_at: row.ends_at, windows: 0, people_per_window: row.people_per_window, capacity: taken, kept: 0, state: 'closed' }
  const isSame = (Object.keys(wanted) as (keyof Change)[]).every((column) => wanted[column] === row[column])
  return isSame ? null : wanted
}

/** Decides once more under the lock: somebody may have booked meanwhile. */
async function changeSlots(tx: Transaction, ids: readonly string[], plans: ReadonlyMap<string, Plan>): Promise<void> {
  for (const row of (await lockSlots(tx, ids)).values()) {
    const change = changeOf(row, plans)
    if (!change) continue
    await tx.affected`
      UPDATE appointment_slots SET ends_at = ${change.ends_at}, windows = ${change.windows}, capacity = ${change.capacity},
        people_per_window = ${change.people_per_window}, kept = ${change.kept}, state = ${change.state}
      WHERE id = ${row.id}`
  }
}

interface Day {
  readonly officeId: string
  readonly date: LocalDate
  readonly now: Date
}

/** Another process may have made them meanwhile. */
async function insertSlots(tx: Transaction, plans: readonly Plan[], { officeId, date, now }: Day): Promise<void> {
  const rows = plans.map((plan) => [
    ...[newId(now), officeId, plan.itemGroup, date, plan.startsAt, plan.endsAt, plan.beginsAt],
    ...[plan.windows, plan.peoplePerWindow, plan.capacity, plan.kept, 0, 0, 0, 'open', 0],
  ])
  await tx.affected`
    INSERT INTO appointment_slots (id, office_id, item_group, date, starts_at, ends_at, begins_at, windows, people_per_window,
      capacity, kept, booked, held, ordinary, state, set_by_staff)
    VALUES ${valuesOf(rows)}
    ON CONFLICT (office_id, item_group, date, starts_at) DO NOTHING`
}
