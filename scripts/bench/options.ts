import { parseArgs } from 'node:util'
import { GROWTH_DATABASES, type GrowthDatabase } from './growth/growth'
import { type Workload, WORKLOADS } from './requests'

export interface BenchOptions {
  /** JSON on standard output, instead of tables. */
  readonly json: boolean
  /** The BFF also on PostgreSQL, with commits that reach the disk. */
  readonly postgres: boolean
  /** Also which layer costs what, and where the processor spends its time. */
  readonly explain: boolean
  /** Instead: everybody wants one slot, on PostgreSQL. */
  readonly hotSlot: boolean
  /** Instead: the minute in which a day opens. */
  readonly rush: boolean
  /** Instead: searches among ten thousand items. */
  readonly search: boolean
  /** Instead: what endpoints and jobs cost in a county ten and a hundred times as large, on both databases. */
  readonly growth: boolean
  readonly databases: readonly GrowthDatabase[]
  /** Instead: what one process holds after so many requests. */
  readonly memory: boolean
  readonly requests: number
  /** Instead: how long the built BFF takes until it is ready. */
  readonly coldStart: boolean
  /** What is measured: all of it unless said. */
  readonly workloads: readonly Workload[]
  readonly rounds: number
  /** Milliseconds of one round of one server. */
  readonly roundMs: number
}

export const USAGE = `npm run bench -- [--json] [--postgres] [--explain] [--only book,slots] [--rounds 3] [--round-ms 800]
npm run bench -- --hot-slot [--json]
npm run bench -- --rush [--json]
npm run bench -- --search [--json]
npm run bench -- --growth [--on sqlite,postgres] [--json]
npm run bench -- --memory [--requests 1000000] [--json]
npm run bench -- --cold-start [--json]`

/** Throws with the usage on anything that is not an option. */
export function parseBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      postgres: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      'hot-slot': { type: 'boolean', default: false },
      rush: { type: 'boolean', default: false },
      search: { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      on: { type: 'string', default: GROWTH_DATABASES.join(',') },
      memory: { type: 'boolean', default: false },
      'cold-start': { type: 'boolean', default: false },
      requests: { type: 'string', default: '1000000' },
      only: { type: 'string', default: WORKLOADS.join(',') },
      rounds: { type: 'string', default: '3' },
      'round-ms': { type: 'string', default: '800' },
    },
  })
  const { json, postgres, explain, rush, search, growth, memory, 'hot-slot': hotSlot } = values
  const rounds = wholeNumber(values.rounds, 1, 20)
  return {
    json,
    postgres,
    explain,
    rush,
    hotSlot,
    search,
    growth,
    databases: namesOf(values.on, GROWTH_DATABASES),
    memory,
    coldStart: values['cold-start'],
    requests: wholeNumber(values.requests, 1_000, 1_000_000),
    workloads: namesOf(values.only, WORKLOADS),
    rounds,
    roundMs: wholeNumber(values['round-ms'], 100, 10_000),
  }
}

function namesOf<Name extends string>(text: string, names: readonly Name[]): Name[] {
  return text.split(',').map((given) => {
    const name = names.find((one) => one === given)
    if (name === undefined) throw new Error(`${given} is none of ${names.join(', ')}. ${USAGE}`)
    return name
  })
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`${text} is not a whole number from ${least} to ${most}. ${USAGE}`)
}
