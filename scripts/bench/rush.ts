import { seedBookers } from './bookers'
import { type Child, startChild } from './child'
import type { LoadOrder } from './load'
import { callersInTurn } from './measure'
import type { Place, Store } from './place'
import type { Probed, ProbeOrder } from './probe'
import { writeProbes } from './reads-under-bookings'
import { alignColumns } from './report'
import { ONCE_EACH, slotsPath, WORKLOADS } from './requests'
import type { RushOrder, Told } from './rush-load'
import { seedResidents } from './seed'
import { type Caller, LIST, OFFICE, seedSlots } from './visits'

const PEOPLE = 10_000
const PLACES = 500
const WITHIN_MS = 60_000
const BEFORE_MS = 20_000
const EVERY_MS = 40
/** What everybody else does meanwhile; the list is that of another group. */
const PATHS = ['/v1/session', slotsPath('vehicle', LIST.date), '/v1/progress/id-card', '/v1/county']

export interface Rush {
  readonly told: readonly Told[]
  /** Places that the database says are booked. */
  readonly booked: number
  readonly before: readonly Probed[]
  readonly during: readonly Probed[]
}

/** The minute in which a day opens, on one BFF process with SQLite: 10,000 people for 500 places. */
export async function measureRush(place: Place): Promise<Rush> {
  const { callers, tokens } = await place.fill(place.file('rush'), seedRush)
  const bff = place.start('bff-server.ts', place.file('rush'))
  const [crowd, others] = [startChild('load-process.ts'), startChild('load-process.ts')]
  for (const child of [crowd, others]) place.onEnd(() => child.stop())
  const { port } = await bff.ask<{ port: number }>('ports')
  await warm(others, port, tokens)
  const ask = (forMs: number): Promise<Probed[]> =>
    others.ask<Probed[]>('probe', { port, tokens, paths: PATHS, everyMs: EVERY_MS, forMs } satisfies ProbeOrder)
  const before = await ask(BEFORE_MS)
  const order = { port, callers, listPath: slotsPath(LIST.itemGroup, LIST.date), withinMs: WITHIN_MS } satisfies RushOrder
  const [told, during] = await Promise.all([crowd.ask<Told[]>('rush', order), ask(WITHIN_MS)])
  return { told, before, during, booked: await place.fill(place.file('rush'), countBooked) }
}

/** A server that has just started is another server. */
async function warm(load: Child, port: number, tokens: readonly string[]): Promise<void> {
  for (const workload of WORKLOADS.filter((one) => !ONCE_EACH.has(one))) {
    const callers = callersInTurn(tokens, workload)
    await load.ask('run', { port, workload, callers, connections: 16, forMs: 1_000 } satisfies LoadOrder)
  }
}

async function seedRush(store: Store): Promise<{ callers: Caller[]; tokens: string[] }> {
  const tokens = await seedResidents(store)
  await seedSlots(store)
  const each = PLACES / LIST.times
  await store.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = ${each}, people_per_window = 1, capacity = ${each}, kept = ${each / 5}, set_by_staff = 1
      WHERE office_id = ${OFFICE} AND item_group = ${LIST.itemGroup} AND date = ${LIST.date} AND state = 'open'`,
  )
  const slots = await store.database.read.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots
    WHERE office_id = ${OFFICE} AND item_group = ${LIST.itemGroup} AND date = ${LIST.date} AND state = 'open'`
  const people = await seedBookers(store, PEOPLE)
  // Not every twentieth: what is kept for elderly people, every fourth, is kept in each slot.
  const wanted = (index: number): string => slots[Math.floor(index / 4) % slots.length]?.id ?? ''
  return { tokens, callers: people.map((token, index) => ({ token, slotId: wanted(index) })) }
}

async function countBooked({ database }: Store): Promise<number> {
  const [row] = await database.read.sql<{ booked: number }[]>`
    SELECT CAST(count(*) AS integer) AS booked FROM appointments WHERE status = 'booked'`
  return row?.booked ?? 0
}

export function writeRush({ told, booked, before, during }: Rush): string {
  const rows = [...told]
    .sort((a, b) => a.people - b.people)
    .map(({ outcome, people, p50, p99 }) => [outcome, String(people), p50.toFixed(2), p99.toFixed(2)])
  return [
    `${PEOPLE} people for ${PLACES} places within ${WITHIN_MS / 1000} s; ${booked} are booked in the database`,
    alignColumns([['told', 'people', 'p50 ms', 'p99 ms'], ...rows]),
    `What others do, before and during\n${writeProbes(before, during)}`,
  ].join('\n\n')
}
