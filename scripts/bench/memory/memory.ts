import { seedBookers } from '../bookers'
import { startChild } from '../child'
import type { Place } from '../place'
import { alignColumns } from '../report'
import { seedResidents } from '../seed'
import { type Caller, seedSlots, wishesOf } from '../visits'
import { countOf, type MixedOrder } from './mixed-load'
import { heldBy, isSteady, type MemorySample, MOST_HELD, MOST_RESIDENT, residentOf, type Trend, trendOf } from './steady-growth'

const SAMPLES = 20
const CONNECTIONS = 16
/** Each may book three times and be asked about once. */
const BOOKERS = 28_000

export interface MemoryReport {
  readonly samples: readonly MemorySample[]
  readonly held: Trend
  readonly resident: Trend
  readonly growsSteadily: boolean
}

/** What one BFF process on SQLite holds while it answers so many requests, its jobs running and its limits counting. */
export async function measureMemory(place: Place, requests: number, say: (text: string) => void): Promise<MemoryReport> {
  const { tokens, people, slots } = await place.fill(place.file('memory'), async (store) => ({
    tokens: await seedResidents(store),
    slots: await seedSlots(store),
    people: await seedBookers(store, BOOKERS),
  }))
  const departments = startChild('department-stub-process.ts')
  place.onEnd(() => departments.stop())
  const { url } = await departments.ask<{ url: string }>('address')
  const bff = place.start('bff-server.ts', place.file('memory'), { BENCH_DEPARTMENTS: url, BENCH_LIMITS: 'counted' })
  const load = startChild('load-process.ts')
  place.onEnd(() => load.stop())
  const { port } = await bff.ask<{ port: number }>('ports')
  const sample = async (answered: number): Promise<MemorySample> => {
    const now = await bff.ask<Omit<MemorySample, 'requests'>>('memory')
    say(`${answered} requests: ${megabytes(heldBy({ requests: answered, ...now }))} MB held, ${megabytes(now.rss)} MB resident`)
    return { requests: answered, ...now }
  }
  const wishes = wishesOf(people, slots)
  const strangers = people.map((token): Caller => ({ token }))
  const samples = [await sample(0)]
  const atOnce = Math.ceil(requests / SAMPLES)
  for (let part = 1; part <= SAMPLES; part += 1) {
    const book = wishes.splice(0, countOf('book', atOnce))
    const cold = strangers.splice(0, countOf('cold', atOnce))
    await load.ask('mixed', { port, tokens, book, cold, requests: atOnce, connections: CONNECTIONS } satisfies MixedOrder)
    samples.push(await sample(part * atOnce))
  }
  return judge(samples)
}

export function judge(samples: readonly MemorySample[]): MemoryReport {
  const [held, resident] = [trendOf(samples, heldBy), trendOf(samples, residentOf)]
  return { samples, held, resident, growsSteadily: isSteady(held, MOST_HELD) || isSteady(resident, MOST_RESIDENT) }
}

const megabytes = (bytes: number): string => (bytes / 1_048_576).toFixed(1)

export function writeMemory({ samples, held, resident, growsSteadily }: MemoryReport): string {
  const rows = samples
    .filter((_, index) => index % 2 === 0)
    .map(({ requests, heapUsed, external, rss }) => [String(requests), ...[heapUsed, external, rss].map(megabytes)])
  const trend = (name: string, { perRequest, surely }: Trend, most: number): string =>
    `${name}: ${perRequest.toFixed(1)} bytes a request over the second half, surely ${surely.toFixed(1)} (at most ${most})`
  return [
    alignColumns([['requests', 'heap MB', 'outside MB', 'resident MB'], ...rows]),
    trend('held', held, MOST_HELD),
    trend('resident', resident, MOST_RESIDENT),
    growsSteadily ? 'It grows steadily.' : 'It does not grow steadily.',
  ].join('\n')
}
