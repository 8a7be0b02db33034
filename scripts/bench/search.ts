import type { Child } from './child'
import { Connection } from './connection'
import { percentile } from './numbers'
import type { Place } from './place'
import { everydayQueries } from './queries'
import { alignColumns } from './report'
import { writeGet } from './requests'

const ITEMS = 10_000
const TIMES = 10
const TARGET_MS = 20
/** As hard as a query may be: characters of many items, and as many changes of writing as forty characters have room for. */
const HARD = [
  '证',
  '给a本b人c办1证d件e到f期g换h领i登j记k身l份m证n丢o了p更q名',
  '办1证2办3证4办5证6办7证8办9证0办1证2办3证4办5证6办7证8办9证0',
  'zheng1ban2zheng3ban4zheng5ban6zheng7ban8',
  '本人子女父母企业个体户合作社外地户口外出务工人员退役军人残疾人学生新生儿港澳居民',
]

/** The queries, one after the other, so many times. */
export interface SearchOrder {
  readonly queries: readonly string[]
  readonly times: number
}

/** What each of them took, and how many items it found. */
export type Asked = readonly { readonly ms: number; readonly found: number }[]

interface Measured {
  readonly p50: number
  readonly p99: number
  /** Milliseconds of processor time of the BFF's process for each: what else the machine does hardly matters to it. */
  readonly cpu: number
  readonly slowest: string
}

export interface SearchTimes {
  readonly items: number
  readonly queries: number
  readonly builtMs: number
  readonly engine: Measured
  readonly http: Measured
}

/** How long a search among many items takes: by the engine alone, and through HTTP at one connection. */
export async function measureSearch(place: Place): Promise<SearchTimes> {
  const queries = [...everydayQueries(), ...HARD]
  const server = place.start('search-server.ts', place.file('search'), { BENCH_ITEMS: String(ITEMS) })
  const { port, builtMs } = await server.ask<{ port: number; builtMs: number }>('ports')
  const order: SearchOrder = { queries, times: TIMES }
  // The first round of each is there to warm up.
  const warm = { ...order, times: 2 }
  await server.ask('ask', warm)
  const engine = await timed(server, () => server.ask<Asked>('ask', order))
  await askByHttp(port, warm)
  const http = await timed(server, () => askByHttp(port, order))
  requireSameFound(engine.asked, http.asked)
  return { items: ITEMS, queries: queries.length, builtMs, engine: summarise(engine, queries), http: summarise(http, queries) }
}

interface Timed {
  readonly asked: Asked
  readonly cpuMs: number
}

async function timed(server: Child, ask: () => Promise<Asked>): Promise<Timed> {
  const before = await server.ask<NodeJS.CpuUsage>('cpu')
  const asked = await ask()
  const after = await server.ask<NodeJS.CpuUsage>('cpu')
  return { asked, cpuMs: (after.user + after.system - before.user - before.system) / 1000 }
}

async function askByHttp(port: number, { queries, times }: SearchOrder): Promise<Asked> {
  const connection = await Connection.open(port)
  const asked: { ms: number; found: number }[] = []
  try {
    for (let round = 0; round < times; round += 1) {
      for (const query of queries) {
        const sent = performance.now()
        const { status, body } = await connection.send(writeGet(`/v1/item-search?q=${encodeURIComponent(query)}`, ''))
        const ms = performance.now() - sent
        if (status !== 200) throw new Error(`${query} was answered ${status}: ${body}`)
        asked.push({ ms, found: (JSON.parse(body) as { items: unknown[] }).items.length })
      }
    }
  } finally {
    connection.close()
  }
  return asked
}

/** What finds something else, or nothing at all, is not worth comparing. */
export function requireSameFound(engine: Asked, http: Asked): void {
  const different = engine.findIndex(({ found }, index) => found !== http[index]?.found)
  if (different >= 0) throw new Error(`Search ${different} found ${engine[different]?.found} items, and other ones through HTTP.`)
  if (engine.every(({ found }) => found === 0)) throw new Error('Nothing was found at all.')
}

/** The slowest query is the one with the highest median. */
export function summarise({ asked, cpuMs }: Timed, queries: readonly string[]): Measured {
  const medians = queries.map((_, at) =>
    percentile(
      asked.filter((__, index) => index % queries.length === at).map(({ ms }) => ms),
      0.5,
    ),
  )
  const all = asked.map(({ ms }) => ms)
  const slowest = queries[medians.indexOf(Math.max(...medians))] ?? ''
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99), cpu: cpuMs / asked.length, slowest }
}

export function writeSearch({ items, queries, builtMs, engine, http }: SearchTimes): string {
  const row = (name: string, { p50, p99, cpu, slowest }: Measured): string[] => [
    name,
    ...[p50, p99, cpu].map((ms) => ms.toFixed(2)),
    slowest,
  ]
  return [
    `${queries} queries, the everyday ones and ${HARD.length} hard ones, among ${items} items, ${TIMES} times each; the index was built in ${(builtMs / 1000).toFixed(1)} s`,
    alignColumns([
      ['search', 'p50 ms', 'p99 ms', 'CPU ms/search', 'slowest query'],
      row('engine alone', engine),
      row('through HTTP', http),
    ]),
    `Target: under ${TARGET_MS} ms (p99, through HTTP): ${http.p99 < TARGET_MS ? 'met' : 'missed'}`,
  ].join('\n\n')
}
