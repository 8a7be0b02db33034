import { parseArgs } from 'node:util'

export interface DayOptions {
  /** Real minutes in which the county's day passes. */
  readonly minutes: number
  readonly accounts: number
  readonly seed: number
  /** For programs. */
  readonly json: boolean
}

const USAGE = `npm run day -- [--minutes 9] [--accounts 80000] [--seed 1] [--json]`
/** As many different people as there can be made up. */
const MOST_ACCOUNTS = 250_000

/** Throws with the usage on anything that is not an option. */
export function parseDayOptions(args: string[]): DayOptions {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '9' },
      accounts: { type: 'string', default: '80000' },
      seed: { type: 'string', default: '1' },
      json: { type: 'boolean', default: false },
    },
  })
  return {
    minutes: numberFrom(values.minutes, 0.5, 540),
    accounts: wholeNumber(values.accounts, 500, MOST_ACCOUNTS),
    seed: wholeNumber(values.seed, 0, 2 ** 31 - 1),
    json: values.json,
  }
}

function numberFrom(text: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() !== '' && number >= least && number <= most) return number
  throw new Error(`${text} is not a number from ${least} to ${most}. ${USAGE}`)
}

function wholeNumber(text: string, least: number, most: number): number {
  const number = numberFrom(text, least, most)
  if (Number.isInteger(number)) return number
  throw new Error(`${text} is not a whole number. ${USAGE}`)
}
