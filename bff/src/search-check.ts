import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { checkSearch } from './features/catalogue/check-search'
import { loadCountyPack } from './platform/county-pack'

/** The same places seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')
const QUERIES = path.join(__dirname, '../src/features/catalogue/testing/everyday-queries.json')
/** The county whose items the queries mean. */
const COUNTY = '430224'

const Queries = z.array(z.object({ query: z.string(), expected: z.array(z.string()) }))

/** Prints at which place each everyday query finds what is meant, and what is found before it. */
function main(): void {
  const queries = Queries.parse(JSON.parse(readFileSync(QUERIES, 'utf8')))
  const { places, percent, isGoodEnough } = checkSearch(loadCountyPack(COUNTIES, COUNTY).items, queries)
  for (const { query, place, found } of places)
    process.stdout.write(`${String(place ?? '–').padStart(2)}  ${query} → ${found.slice(0, place ?? found.length).join(' | ')}\n`)
  process.stdout.write(`${queries.length} queries, ${percent.toFixed(1)} % find what is meant among the first three\n`)
  if (!isGoodEnough) process.exitCode = 1
}

main()
