/**
 * The only place (with database/) that knows which database runs.
 *
 * Every write goes through `inTransaction`; `read` sees committed data only and cannot write. SQL written by hand is a
 * tagged template, the same on both databases and always with bound parameters:
 *
 *     const [row] = await tx.sql<{ booked: number }[]>`
 *       UPDATE slots SET booked = booked + 1 WHERE id = ${id} AND booked < capacity RETURNING booked`
 *     const changed = await tx.affected`DELETE FROM drafts WHERE account_id = ${accountId}`
 *
 *     await tx.sql`INSERT INTO drafts (id, body) VALUES ${valuesOf(rows)}`          many rows
 *     await tx.sql`SELECT id FROM drafts WHERE id IN ${listOf(ids)}`                a list
 *
 * `sql` hands back the rows of a SELECT or of RETURNING, with column names as the database has them, else an empty list.
 * Two things to know: PostgreSQL counts in bigint, which arrives as text, so write `CAST(count(*) AS integer)`; and a
 * statement that fails spoils its transaction, on both databases: use ON CONFLICT rather than catching.
 */
import { openPostgres } from './database/postgres'
import { openSqlite } from './database/sqlite'
import type { Database, DatabaseOptions } from './database/types'

export { backUpDatabase, BackupError, restoreDatabase } from './database/backup'
export { refuseChanges } from './database/append-only'
export { createLookUp } from './database/look-up'
export { listOf, valuesOf } from './database/sql-text'
export type { Database, DatabaseKind, DatabaseOptions, Reader, Transaction } from './database/types'

const SQLITE = 'sqlite:'

/**
 * Opens the database at `sqlite:<path>` or `postgres://…` and runs the migrations it has not had yet; any number of
 * processes may start at once. With `readonly` it runs none and refuses every write.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.url.startsWith(SQLITE)) return openSqlite(options.url.slice(SQLITE.length), options)
  if (/^postgres(ql)?:\/\//.test(options.url)) return openPostgres(options)
  throw new Error('The database address must start with sqlite: or postgres://')
}
