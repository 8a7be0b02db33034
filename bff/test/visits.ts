import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { generateSlots } from '../src/features/appointments/generate-slots'
import { type Seeded, seedPeople } from '../../scripts/race/seed'
import type { TestServer } from './test-server'

/** What setting up visits needs of a server. */
export type VisitServer = Pick<TestServer, 'call' | 'clock' | 'database' | 'deps'>

/** A pack of the hall alone makes few slots: tests start quickly. */
export async function openSlots(server: VisitServer): Promise<void> {
  const { pack } = server.deps
  await generateSlots({ ...server.deps, pack: { ...pack, offices: pack.offices.filter(({ id }) => id === 'hall') } })
}

type Slot = SlotListDto['items'][number]

interface Wanted {
  readonly itemGroup?: string
  readonly date?: string
}

/** The slots of the hall on a day; Monday 2026-11-23 and 综合受理 unless said. */
export async function slotsOf(server: VisitServer, { itemGroup = 'general', date = '2026-11-23' }: Wanted = {}): Promise<Slot[]> {
  const query = { office: 'hall', itemGroup, date: date as LocalDate }
  return (await server.call('GET /v1/slots', { query })).items
}

/** The nth slot of the hall on a day, counted from 0. */
export async function slotAt(server: VisitServer, index: number, wanted: Wanted = {}): Promise<Slot> {
  const slot = (await slotsOf(server, wanted))[index]
  if (!slot) throw new Error(`there is no slot ${index} on ${JSON.stringify(wanted)}`)
  return slot
}

/** Makes a slot hold so many people, none of the places kept unless said. */
export async function shrinkSlot(server: VisitServer, id: string, capacity: number, kept = 0): Promise<void> {
  await server.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = 1, people_per_window = ${capacity}, capacity = ${capacity}, kept = ${kept}, set_by_staff = 1
      WHERE id = ${id}`,
  )
  server.clock.advance(1_001)
}

/** Verified residents who are signed in, from this number on; every fourth, number 0 among them, is elderly. */
export async function residents(server: VisitServer, count: number, from = 0): Promise<Seeded['residents']> {
  return (await seedPeople({ ...server.deps, now: server.clock.now() }, { residents: count, staff: 0, from })).residents
}

/** What the counts of a slot say, and what they should say by its rows. */
export async function countsOf(server: VisitServer, id: string): Promise<{ said: Counts; true: Counts }> {
  const [said] = await server.database.read.sql<Counts[]>`
    SELECT booked, held, ordinary FROM appointment_slots WHERE id = ${id}`
  const [booked] = await server.database.read.sql<Sums[]>`
    SELECT CAST(count(*) AS integer) AS all_of, CAST(COALESCE(sum(ordinary), 0) AS integer) AS ordinary FROM appointments
    WHERE slot_id = ${id} AND status NOT IN ('cancelled', 'moved')`
  const [offered] = await server.database.read.sql<Sums[]>`
    SELECT CAST(count(*) AS integer) AS all_of, CAST(COALESCE(sum(ordinary), 0) AS integer) AS ordinary FROM waiting_entries
    WHERE slot_id = ${id} AND status = 'offered'`
  const [cooling] = await server.database.read.sql<Sums[]>`
    SELECT CAST(count(*) AS integer) AS all_of, 0 AS ordinary FROM cooling_places WHERE slot_id = ${id}`
  if (!said || !booked || !offered || !cooling) throw new Error(`there is no slot ${id}`)
  const held = offered.all_of + cooling.all_of
  return { said, true: { booked: booked.all_of, held, ordinary: booked.ordinary + offered.ordinary } }
}

interface Counts {
  readonly booked: number
  readonly held: number
  readonly ordinary: number
}

interface Sums {
  readonly all_of: number
  readonly ordinary: number
}
