import { parseArgs } from 'node:util'
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
  /** What is measured: all of it unless said. */
  readonly workloads: readonly Workload[]
  readonly rounds: number
  /** Milliseconds of one round of one server. */
  readonly roundMs: number
}

export const USAGE = `npm run bench -- [--json] [--postgres] [--explain] [--only book,slots] [--rounds 3] [--round-ms 800]
npm run bench -- --hot-slot [--json]
npm run bench -- --rush [--json]
npm run bench -- --search [--json]`

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
      only: { type: 'string', default: WORKLOADS.join(',') },
      rounds: { type: 'string', default: '3' },
      'round-ms': { type: 'string', default: '800' },
    },
  })
  const { json, postgres, explain, rush, search, 'hot-slot': hotSlot } = values
  const rounds = wholeNumber(values.rounds, 1, 20)
  return {
    json,
    postgres,
    explain,
    rush,
    hotSlot,
    search,
    workloads: workloadsOf(values.only),
    rounds,
    roundMs: wholeNumber(values['round-ms'], 100, 10_000),
  }
}

function workloadsOf(text: string): Workload[] {
  return text.split(',').map((name) => {
    const workload = WORKLOADS.find((one) => one === name)
    if (workload === undefined) throw new Error(`${name} is none of ${WORKLOADS.join(', ')}. ${USAGE}`)
    return workload
  })
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`${text} is not a whole number from ${least} to ${most}. ${USAGE}`)
}
