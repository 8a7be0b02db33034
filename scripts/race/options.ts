import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { DatabaseKind } from '../../bff/src/platform/database'

export interface RaceOptions {
  readonly databases: readonly DatabaseKind[]
  /** How long the clients fight over each database. */
  readonly seconds: number
  readonly clients: number
  readonly seed: number
  /** How many times a server process is killed. */
  readonly kills: number
}

const USAGE = `npm run race -- [--database sqlite|postgres|both] [--seconds 40] [--clients 40] [--seed <number>] [--kills 8]`
const DATABASES: Readonly<Record<string, readonly DatabaseKind[]>> = {
  sqlite: ['sqlite'],
  postgres: ['postgres'],
  both: ['sqlite', 'postgres'],
}
const LARGEST_SEED = 2 ** 31 - 1

/** Throws with the usage on anything that is not an option. */
export function parseRaceOptions(args: string[]): RaceOptions {
  const { values } = parseArgs({
    args,
    options: {
      database: { type: 'string', default: 'both' },
      seconds: { type: 'string', default: '40' },
      clients: { type: 'string', default: '40' },
      seed: { type: 'string', default: String(randomInt(LARGEST_SEED)) },
      kills: { type: 'string', default: '8' },
    },
  })
  const databases = DATABASES[values.database]
  if (!databases) throw new Error(`There is no database ${values.database}. ${USAGE}`)
  return {
    databases,
    seconds: wholeNumber(values.seconds, 3, 3600),
    clients: wholeNumber(values.clients, 1, 500),
    seed: wholeNumber(values.seed, 0, LARGEST_SEED),
    kills: wholeNumber(values.kills, 0, 1000),
  }
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text)
  if (text !== '' && Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`${text} is not a whole number from ${least} to ${most}. ${USAGE}`)
}
