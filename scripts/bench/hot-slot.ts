import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import { seedBookers } from './bookers'
import { type Child, startChild } from './child'
import type { EngineOrder } from './engine-process'
import type { LoadOrder, LoadResult } from './load'
import { median } from './numbers'
import type { Place, Store } from './place'
import { alignColumns } from './report'
import { type Caller, seedSlots } from './visits'

const CONNECTIONS = 64
const ROUNDS = 4
const IN_A_ROUND = 3_000

/** One round: bookings a second, and microseconds of the BFF process for each. */
interface Round {
  readonly perSecond: number
  readonly cpu: number
  readonly p99?: number
}

export interface HotSlot {
  readonly http: readonly Round[]
  readonly engine: readonly Round[]
}

/** Everybody wants the same time, on PostgreSQL with commits that reach the disk: one BFF process, and its engine alone. */
export async function measureHotSlot(place: Place): Promise<HotSlot> {
  const server = await startEmbeddedPostgres({ durable: true })
  place.onEnd(() => server.stop())
  // Rounds in turn, one more each to warm up; each kind has a slot and people of its own.
  const callers = await place.fill(server.url, (store) => seedCallers(store, 2 * (ROUNDS + 1) * IN_A_ROUND))
  const bff = place.start('bff-server.ts', server.url)
  const engine = place.start('engine-process.ts', server.url)
  const load = startChild('load-process.ts')
  place.onEnd(() => load.stop())
  const { port } = await bff.ask<{ port: number }>('ports')
  const http: Round[] = []
  const alone: Round[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = { port, workload: 'book', connections: CONNECTIONS, forMs: 60_000 } as const
    const forHttp = callers.splice(0, IN_A_ROUND)
    http.push(await timed(bff, () => load.ask<LoadResult>('run', { ...order, callers: forHttp } satisfies LoadOrder)))
    const forEngine = { callers: callers.splice(0, IN_A_ROUND), atOnce: CONNECTIONS } satisfies EngineOrder
    alone.push(await engine.ask<Round>('run', forEngine))
  }
  return { http: http.slice(1), engine: alone.slice(1) }
}

async function seedCallers(store: Store, count: number): Promise<Caller[]> {
  const slotId = (await seedSlots(store))[0]?.[0]?.[0]
  if (slotId === undefined) throw new Error('There is nothing to book.')
  return (await seedBookers(store, count)).map((token) => ({ token, slotId }))
}

async function timed(child: Child, run: () => Promise<LoadResult>): Promise<Round> {
  const before = await child.ask<NodeJS.CpuUsage>('cpu')
  const { perSecond, p99 } = await run()
  const after = await child.ask<NodeJS.CpuUsage>('cpu')
  return { perSecond, p99, cpu: (after.user + after.system - before.user - before.system) / IN_A_ROUND }
}

export function writeHotSlot({ http, engine }: HotSlot): string {
  const row = (name: string, rounds: readonly Round[]): string[] => [
    name,
    median(rounds.map(({ perSecond }) => perSecond)).toFixed(0),
    Math.max(...rounds.map(({ perSecond }) => perSecond)).toFixed(0),
    median(rounds.map(({ cpu }) => cpu)).toFixed(0),
    rounds[0]?.p99 === undefined ? '' : median(rounds.map(({ p99 = 0 }) => p99)).toFixed(1),
  ]
  const headings = ['one slot, PostgreSQL, 64 at once', 'bookings/s', 'best round', 'CPU µs/booking', 'p99 ms']
  return alignColumns([headings, row('BFF over HTTP', http), row('its engine alone', engine)])
}
