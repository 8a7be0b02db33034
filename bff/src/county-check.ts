import path from 'node:path'
import { parseArgs } from 'node:util'
import { checkCounty } from './features/catalogue/check-county'
import { loadCountyPack } from './platform/county-pack'

const USAGE = 'npm run county:check -- [--county <division code>]'
/** The same place seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')

/** Prints what a county should look at in its pack; a pack that contradicts itself is an error, with file and path. */
function main(): void {
  const { values } = parseArgs({ options: { county: { type: 'string', default: '430224' } } })
  const pack = loadCountyPack(COUNTIES, values.county)
  const found = checkCounty(pack)
  for (const { kind, about, says } of found) process.stdout.write(`${kind.padEnd(10)}${about}: ${says}\n`)
  const coded = pack.items.filter(({ code }) => code !== null).length
  process.stdout.write(`${pack.county.name}: ${pack.items.length} items, ${coded} with a base code, ${found.length} findings\n`)
  if (found.some(({ kind }) => kind === 'hole')) process.exitCode = 1
}

try {
  main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}\n`)
  process.exitCode = 1
}
