import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { writeTemplate } from './features/catalogue/import/columns'
import { goBackToPrevious, importItems, type Outcome } from './features/catalogue/import/import-items'
import { describeOutcome } from './features/catalogue/import/outcome-words'
import { systemClock } from './platform/clock'
import { loadCountyPack } from './platform/county-pack'

const USAGE = `npm run county:import -- <file.csv|file.xlsx> [--county <division code>] [--apply]
npm run county:import -- --back [--county <division code>] [--apply]
npm run --silent county:import -- --template [--county <division code>] > items.csv`
/** The same place seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')

/** Shows what a county's table would change in its items, and changes it with --apply; or goes one import back. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      county: { type: 'string', default: '430224' },
      apply: { type: 'boolean', default: false },
      back: { type: 'boolean', default: false },
      template: { type: 'boolean', default: false },
    },
  })
  const [file, ...more] = positionals
  if (more.length > 0 || [file !== undefined, values.back, values.template].filter(Boolean).length !== 1)
    throw new Error('one file, --back or --template is needed')
  const order = { counties: COUNTIES, division: values.county, apply: values.apply }
  if (values.template) process.stdout.write(writeTemplate(loadCountyPack(COUNTIES, values.county)))
  else if (file === undefined) show(goBackToPrevious(order))
  else show(await importItems(order, { bytes: readFileSync(file), name: path.basename(file), now: systemClock.now() }))
}

function show(outcome: Outcome | null): void {
  process.stdout.write(outcome ? describeOutcome(outcome) : '没有可以退回的清单。\n')
  if (!outcome?.comparison) process.exitCode = 1
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`)
  process.exitCode = 1
})
