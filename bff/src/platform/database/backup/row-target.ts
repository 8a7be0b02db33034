import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import BetterSqlite3 from 'better-sqlite3'
import { Client } from 'pg'
import { migratePostgres } from '../postgres-migrate'
import { openSqlite } from '../sqlite'
import type { DatabaseOptions } from '../types'
import { BackupError, type BackupRow } from './backup-format'
import type { RowTarget } from './read-backup'

type Migrations = DatabaseOptions['migrations']

/** A place that a backup goes to: everything, or nothing at all. */
export interface RestoreTarget extends RowTarget {
  commit(): Promise<void>
  /** Leaves the place as it was. Does nothing after `commit`. */
  close(): Promise<void>
}

/** A new SQLite file; it is written beside its place and moved there at the end. Throws BackupError when the place is taken. */
export function openSqliteTarget(path: string, known: Migrations): RestoreTarget {
  if (existsSync(path))
    throw new BackupError(`There is a database at ${path} already. Move it away first, with its -wal and -shm.`)
  const draft = `${path}.part`
  let connection: BetterSqlite3.Database | null = null
  const opened = (): BetterSqlite3.Database => {
    if (!connection) throw new Error('nothing has begun')
    return connection
  }
  return {
    begin: async (header) => {
      await removeSqlite(draft)
      const migrations = migrationsOf(header.migrations, known)
      await (await openSqlite(draft, { url: `sqlite:${draft}`, entities: [], migrations })).close()
      connection = new BetterSqlite3(draft)
      // Tables come in the order of their names; whether all point to something is looked at in the end.
      connection.pragma('foreign_keys = OFF')
      connection.exec('BEGIN')
    },
    add: (table, columns, rows) => {
      const marks = columns.map(() => '?').join(', ')
      const insert = opened().prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`)
      for (const row of rows) insert.run(...row)
      return Promise.resolve()
    },
    commit: async () => {
      const orphans = opened().pragma('foreign_key_check') as unknown[]
      if (orphans.length > 0) throw new BackupError(`The backup has ${orphans.length} rows that point to nothing.`)
      opened().exec('COMMIT')
      opened().pragma('wal_checkpoint(TRUNCATE)')
      opened().close()
      connection = null
      await rename(draft, path)
    },
    close: async () => {
      connection?.close()
      await removeSqlite(draft)
    },
  }
}

async function removeSqlite(path: string): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(path + end, { force: true })
}

/** A PostgreSQL database without rows. Throws BackupError when it has some. */
export async function openPostgresTarget(url: string, known: Migrations): Promise<RestoreTarget> {
  const client = new Client({ connectionString: url })
  await client.connect()
  let constraints: { table: string; name: string }[] = []
  return {
    begin: async (header) => {
      const migrations = migrationsOf(header.migrations, known)
      await requireEmpty(client, header.migrations)
      await migratePostgres({ url, entities: [], migrations })
      await client.query('BEGIN')
      constraints = await foreignKeys(client)
      // Tables come in the order of their names; what points to what is looked at in the end.
      for (const { table, name } of constraints)
        await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} DEFERRABLE INITIALLY DEFERRED`)
    },
    add: (table, columns, rows) => insert(client, table, columns, rows),
    commit: async () => {
      await client.query('SET CONSTRAINTS ALL IMMEDIATE')
      for (const { table, name } of constraints)
        await client.query(`ALTER TABLE ${table} ALTER CONSTRAINT ${name} NOT DEFERRABLE`)
      await client.query('COMMIT')
      await client.query('ANALYZE')
    },
    // What was not committed is rolled back with the connection.
    close: () => client.end(),
  }
}

/** PostgreSQL takes at most 65,535 values in a statement. */
const MOST_VALUES = 60_000

async function insert(client: Client, table: string, columns: readonly string[], rows: readonly BackupRow[]): Promise<void> {
  const most = Math.floor(MOST_VALUES / columns.length)
  for (let from = 0; from < rows.length; from += most) {
    const part = rows.slice(from, from + most)
    const marks = part.map((_, row) => `(${columns.map((__, column) => `$${row * columns.length + column + 1}`).join(', ')})`)
    await client.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${marks.join(', ')}`, part.flat())
  }
}

async function foreignKeys(client: Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `SELECT conrelid::regclass::text AS "table", conname AS name FROM pg_constraint
     WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  return rows
}

async function requireEmpty(client: Client, migrations: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT quote_ident(table_name) AS "table" FROM information_schema.tables WHERE table_schema = current_schema()`,
  )
  const refuse = new BackupError('The database is not empty. Create a new one and restore into that.')
  for (const { table } of rows) {
    if (table === 'migrations') continue
    if ((await client.query(`SELECT FROM ${table} LIMIT 1`)).rowCount !== 0) throw refuse
  }
  if (rows.length === 0) return
  // What an earlier try left: the tables of the same migrations, and nothing in them.
  const { rows: had } = await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id')
  if (had.map(({ name }) => name).join() !== migrations.join()) throw refuse
}

/** Those of ours that the backup had, to which the later ones can be added afterwards. */
function migrationsOf(names: readonly string[], ours: Migrations): Migrations {
  const known = ours.map((Migration) => new Migration().name)
  const fits = names.length <= known.length && names.every((name, index) => name === known[index])
  if (!fits) throw new BackupError('The backup comes from a newer version. Restore it with that version.')
  return ours.slice(0, names.length)
}
