import { readFileSync } from 'node:fs'
import path from 'node:path'

const QUERIES = path.join(__dirname, '../../bff/src/features/catalogue/testing/everyday-queries.json')

/** What people type, as the search is judged by. */
export function everydayQueries(): string[] {
  return (JSON.parse(readFileSync(QUERIES, 'utf8')) as { query: string }[]).map(({ query }) => query)
}
