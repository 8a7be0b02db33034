import { startEmbeddedPostgres } from '../../../bff/test/embedded-postgres'
import { createDatabase } from '../../../bff/test/postgres-template'
import type { Place } from '../place'
import { alignColumns } from '../report'
import { type Growth, type GrownTarget, measureJobs, measureRequests } from './measure-growth'
import { seedGrowth, type Size } from './seed-growth'

/** 800 accounts after a month and a half, 8,000 after four months, 80,000 after a year: visits grow with the accounts, slots with the days. */
const SIZES: readonly Size[] = [
  { times: 1, accounts: 800, days: 30 },
  { times: 10, accounts: 8_000, days: 90 },
  { times: 100, accounts: 80_000, days: 250 },
]

/** So much more at the largest size is called slower. */
const SLOWER = 1.5

export const GROWTH_DATABASES = ['sqlite', 'postgres'] as const
export type GrowthDatabase = (typeof GROWTH_DATABASES)[number]

export interface GrowthOnDatabase {
  readonly database: GrowthDatabase
  readonly growth: readonly Growth[]
}

/** What every read of tables, the hottest writes and the jobs cost in a county ten and a hundred times as large. */
export async function measureGrowth(
  place: Place,
  database: GrowthDatabase,
  say: (text: string) => void,
): Promise<GrowthOnDatabase> {
  say(`${database}:`)
  return { database, growth: await measureOn(place, say, await addressesFor(place, database)) }
}

async function addressesFor(place: Place, database: GrowthDatabase): Promise<(size: Size) => Promise<string>> {
  if (database === 'sqlite') return ({ times }) => Promise.resolve(place.file(`growth-${times}`))
  const server = await startEmbeddedPostgres({ durable: true })
  place.onEnd(() => server.stop())
  return ({ times }) => createDatabase(server.url, `growth_${times}`)
}

async function measureOn(place: Place, say: (text: string) => void, urlOf: (size: Size) => Promise<string>): Promise<Growth[]> {
  const targets: GrownTarget[] = []
  for (const size of SIZES) {
    say(`Filling a database with ${size.accounts} accounts …`)
    const url = await urlOf(size)
    const grown = await place.fill(url, (store) => seedGrowth(store, size))
    const child = place.start('growth-server.ts', url)
    targets.push({ size, grown, child, port: (await child.ask<{ port: number }>('ports')).port })
  }
  say('Measuring …')
  const growth = [...(await measureRequests(targets, say)), ...(await measureJobs(targets))]
  for (const { child } of targets) await child.stop()
  return growth
}

/**
 * Slowest first: those that take half as much again. On SQLite the process does all of it, and its processor time says so best; what
 * PostgreSQL does is only in the time to the answer.
 */
export function slower({ database, growth }: GrowthOnDatabase): Growth[] {
  const worst = ({ sizes }: Growth): number => sizes.at(-1)?.[database === 'sqlite' ? 'cpuRatio' : 'msRatio'] ?? 1
  return growth.filter((one) => worst(one) >= SLOWER).sort((a, b) => worst(b) - worst(a))
}

export function writeGrowth({ database, growth }: GrowthOnDatabase): string {
  const times = SIZES.slice(1).map((size) => `${size.times}×`)
  const headings = [
    ...[database, 'CPU µs at 1×', ...times.map((time) => `CPU at ${time}`)],
    ...['ms at 1×', ...times.map((time) => `ms at ${time}`), 'bytes at 100×'],
  ]
  const slow = slower({ database, growth }).map(({ name }) => name)
  const verdict = slow.length === 0 ? 'nothing' : slow.join('; ')
  return `${alignColumns([headings, ...growth.map(rowOf)])}\n${SLOWER} times as slow or slower at 100×: ${verdict}\n`
}

function rowOf({ name, sizes }: Growth): string[] {
  const [first, ...more] = sizes
  const bytes = (sizes.at(-1)?.bytes ?? 0) / (first?.bytes || 1)
  return [
    ...[name, (first?.cpu ?? 0).toFixed(0), ...more.map(({ cpuRatio }) => cpuRatio.toFixed(2))],
    ...[(first?.ms ?? 0).toFixed(2), ...more.map(({ msRatio }) => msRatio.toFixed(2)), bytes === 0 ? '' : bytes.toFixed(2)],
  ]
}
