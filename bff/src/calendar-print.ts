import path from 'node:path'
import { parseArgs } from 'node:util'
import { addDays, formatLocalDate, parseLocalDate, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { type Opening, openingOf } from './platform/calendar/opening-of'
import { loadCountyPack } from './platform/county-pack'

const USAGE = 'npm run calendar -- <year> [--county <division code>]'
/** The same place seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')

/** Prints every opening day of a year that is not an ordinary weekday, and why; says so when days have no holiday data. */
function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { county: { type: 'string', default: '430224' } },
  })
  const first = parseLocalDate(`${positionals[0] ?? ''}-01-01`)
  if (first === null || positionals.length !== 1) throw new Error('a year of four digits is needed')
  const pack = loadCountyPack(COUNTIES, values.county)
  const days = daysOfYear(first).map((date) => ({ date, opening: openingOf(pack, date) }))
  process.stdout.write(`${pack.county.name} ${first.slice(0, 4)}\n`)
  for (const { date, opening } of days.filter(isWorthSaying)) process.stdout.write(`${describe(date, opening)}\n`)
  const unknown = days.filter(({ opening }) => opening.kind === 'unknown')
  if (unknown[0] === undefined) return
  process.stderr.write(`${unknown.length} days have no calendar data. ${unknown[0].opening.reason.text}\n`)
  process.exitCode = 1
}

function daysOfYear(first: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let date = first; date.startsWith(first.slice(0, 4)); date = addDays(date, 1)) days.push(date)
  return days
}

const isWorthSaying = ({ opening }: { opening: Opening }): boolean =>
  (opening.kind === 'open' || opening.kind === 'ordinary') && opening.reason.key !== 'workday'

function describe(date: LocalDate, { kind, reason, hours }: Opening): string {
  const spans = hours.map(({ from, to }) => `${from}–${to}`).join(' ')
  return [date, formatLocalDate(date).slice(-2), kind.padEnd(8), spans.padEnd(23), reason.text].join('  ')
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`)
  process.exitCode = 1
}
