import { createBatches } from '../batches'
import type { Database } from './types'

/** In one statement. */
const MOST = 100

/** The rows of these keys, by key; a key without a row is left out. */
type FindMany<Row> = (keys: readonly string[]) => Promise<ReadonlyMap<string, Row>>

/**
 * Finds a row by its key. On PostgreSQL those that are looked for at the same time are found by one statement: a statement is a
 * message to another process and an answer from it, which costs more than the row.
 */
export function createLookUp<Row>(
  { kind }: Pick<Database, 'kind'>,
  findMany: FindMany<Row>,
): (key: string) => Promise<Row | null> {
  if (kind === 'sqlite') return async (key) => (await findMany([key])).get(key) ?? null
  return createBatches<string, Row | null>({
    most: MOST,
    nameOf: (key) => key,
    run: async (keys) => {
      const rows = await findMany(keys)
      return keys.map((key) => ({ ok: true, reply: rows.get(key) ?? null }))
    },
  })
}
