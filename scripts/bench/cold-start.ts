import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { createDatabase } from '../../bff/test/postgres-template'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { startEmbeddedPostgres } from '../../bff/test/embedded-postgres'
import { makeKeys } from './bench-store'
import { Connection } from './connection'
import { seedGrowth } from './growth/seed-growth'
import { median, pairedRatio } from './numbers'
import type { Place } from './place'
import { alignColumns } from './report'
import { writeGet } from './requests'

const ROUNDS = 5
const BUILT = path.join(__dirname, '../../bff/dist/main.js')
/** What the seeded databases hold: a county after three months. */
const SEEDED = { times: 10, accounts: 8_000, days: 60 }

/** As little as a process that answers can be; it says where it listens, and what it has used, as the BFF does. */
const BARE = `
  require('node:http').createServer((request, response) => {
    const { user, system } = process.cpuUsage()
    const text = 'process_cpu_seconds_total ' + (user + system) / 1e6
    response.writeHead(200, { 'content-length': text.length }).end(text)
  }).listen(0, '127.0.0.1', function () { console.log(JSON.stringify({ msg: 'listening', port: this.address().port })) })`

interface Start {
  /** Milliseconds from starting the process to its answer that it is ready; of processor time until then. */
  readonly ms: number
  readonly cpuMs: number
}

export interface ColdStarts {
  readonly name: string
  readonly starts: readonly Start[]
}

interface Kind {
  readonly name: string
  readonly args: readonly string[]
  /** The address of the database it starts with, made before the clock runs. */
  readonly url: () => Promise<string>
}

/** How long it takes until /readyz says yes, in turn with a bare process. */
export async function measureColdStart(place: Place, say: (text: string) => void): Promise<ColdStarts[]> {
  if (!existsSync(BUILT)) throw new Error('The BFF is not built: npm run build:bff')
  const keys = makeKeys()
  const kinds = await kindsOf(place, say)
  const starts = kinds.map((): Start[] => [])
  // The first round fills what the seeded databases lack for today, and the file cache.
  for (let round = 0; round <= ROUNDS; round += 1) {
    say(`Starting, round ${round} …`)
    for (const [index, kind] of kinds.entries()) starts[index]?.push(await startOnce(kind, keys))
  }
  return kinds.map(({ name }, index) => ({ name, starts: starts[index]?.slice(1) ?? [] }))
}

async function kindsOf(place: Place, say: (text: string) => void): Promise<Kind[]> {
  say('Filling databases …')
  const server = await startEmbeddedPostgres({ durable: true })
  place.onEnd(() => server.stop())
  await place.fill(place.file('seeded'), (store) => seedGrowth(store, SEEDED))
  const seededUrl = await createDatabase(server.url, 'seeded')
  await place.fill(seededUrl, (store) => seedGrowth(store, SEEDED))
  let made = 0
  const fresh = (): string => `empty_${(made += 1)}`
  const args = [BUILT]
  return [
    { name: 'bare node:http', args: ['-e', BARE], url: () => Promise.resolve('') },
    { name: 'BFF, SQLite, no database yet', args, url: () => Promise.resolve(place.file(fresh())) },
    { name: 'BFF, SQLite, 8,000 accounts', args, url: () => Promise.resolve(place.file('seeded')) },
    { name: 'BFF, PostgreSQL, empty database', args, url: () => createDatabase(server.url, fresh()) },
    { name: 'BFF, PostgreSQL, 8,000 accounts', args, url: () => Promise.resolve(seededUrl) },
  ]
}

async function startOnce({ args, url }: Kind, keys: string): Promise<Start> {
  const ours = { NODE_ENV: 'production', PORT: '0', DATABASE_URL: await url(), ONE_VISIT_KEYS: keys }
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...demoEnvironment('https://127.0.0.1:9'), ...ours },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    const connection = await Connection.open(await portOf(createInterface({ input: child.stdout })))
    const ready = await connection.send(writeGet('/readyz', ''))
    const ms = performance.now() - began
    if (ready.status !== 200) throw new Error(`It is not ready: ${ready.body}`)
    const { body } = await connection.send(writeGet('/metrics', ''))
    connection.close()
    return { ms, cpuMs: 1000 * Number(/^process_cpu_seconds_total ([\d.e-]+)/m.exec(body)?.[1]) }
  } finally {
    child.kill()
    await ended
  }
}

/** From the line of the log that says where it listens. */
async function portOf(lines: AsyncIterable<string>): Promise<number> {
  for await (const line of lines) {
    const { msg, port } = JSON.parse(line) as { msg?: string; port?: number }
    if (msg === 'listening' && port !== undefined) return port
  }
  throw new Error('It ended before it listened.')
}

export function writeColdStart(all: readonly ColdStarts[]): string {
  const bare = all[0]?.starts ?? []
  const rows = all.map(({ name, starts }) => {
    const of = (what: keyof Start, from = starts): number[] => from.map((start) => start[what])
    return [
      ...[name, median(of('ms')).toFixed(0), pairedRatio(of('ms'), of('ms', bare)).toFixed(1)],
      ...[median(of('cpuMs')).toFixed(0), pairedRatio(of('cpuMs'), of('cpuMs', bare)).toFixed(1)],
    ]
  })
  return alignColumns([[`from start to ready, median of ${ROUNDS}`, 'ms', '× bare', 'CPU ms', '× bare'], ...rows])
}
