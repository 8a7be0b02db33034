import { parseArgs } from 'node:util'

export interface BenchOptions {
  /** JSON on standard output, instead of tables. */
  readonly json: boolean
  /** The BFF also on PostgreSQL, with commits that reach the disk. */
  readonly postgres: boolean
  /** Also which layer costs what, and where the processor spends its time. */
  readonly explain: boolean
  readonly rounds: number
  /** Milliseconds of one round of one server. */
  readonly roundMs: number
}

export const USAGE = `npm run bench -- [--json] [--postgres] [--explain] [--rounds 3] [--round-ms 800]`

/** Throws with the usage on anything that is not an option. */
export function parseBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      json: { type: 'boolean', default: false },
      postgres: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '3' },
      'round-ms': { type: 'string', default: '800' },
    },
  })
  const { json, postgres, explain } = values
  const rounds = wholeNumber(values.rounds, 1, 20)
  return { json, postgres, explain, rounds, roundMs: wholeNumber(values['round-ms'], 100, 10_000) }
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`${text} is not a whole number from ${least} to ${most}. ${USAGE}`)
}
