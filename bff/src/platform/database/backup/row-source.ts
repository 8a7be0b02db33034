import { Readable } from 'node:stream'
import BetterSqlite3 from 'better-sqlite3'
import { Client } from 'pg'
import type { BackupRow } from './backup-format'

/** One moment of a database that is in use: what is written meanwhile is not seen, and nobody waits. */
export interface RowSource {
  /** By name; TypeORM's own list of migrations is not one of them. */
  tables(): Promise<{ readonly table: string; readonly columns: readonly string[] }[]>
  rows(table: string, columns: readonly string[]): AsyncIterable<BackupRow>
  migrations(): Promise<string[]>
  close(): Promise<void>
}

/** Rows that are fetched with one message from PostgreSQL. */
const BATCH = 1_000

/** Opens the SQLite file for reading; throws when it is not there. */
export function openSqliteRows(path: string): RowSource {
  const connection = new BetterSqlite3(path, { readonly: true, fileMustExist: true })
  connection.exec('BEGIN')
  // The moment is that of the first read, not of BEGIN.
  const names = connection
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'migrations' ORDER BY name`,
    )
    .pluck()
    .all() as string[]
  return {
    tables: () => Promise.resolve(names.map((table) => ({ table, columns: columnsOf(connection, table) }))),
    rows: (table, columns) =>
      Readable.from(
        connection
          .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
          .raw()
          .iterate(),
      ),
    migrations: () => Promise.resolve(connection.prepare('SELECT name FROM migrations ORDER BY id').pluck().all() as string[]),
    close: () => {
      connection.close()
      return Promise.resolve()
    },
  }
}

function columnsOf(connection: BetterSqlite3.Database, table: string): string[] {
  return connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[]
}

/** Opens a PostgreSQL database for reading. */
export async function openPostgresRows(url: string): Promise<RowSource> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  return {
    tables: () => postgresTables(client),
    rows: (table, columns) => postgresRows(client, table, columns),
    migrations: async () =>
      (await client.query<{ name: string }>('SELECT name FROM migrations ORDER BY id')).rows.map(({ name }) => name),
    close: () => client.end(),
  }
}

async function postgresTables(client: Client): ReturnType<RowSource['tables']> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `SELECT table_name AS "table", array_agg(column_name::text ORDER BY ordinal_position) AS columns
     FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'migrations'
     GROUP BY table_name ORDER BY table_name`,
  )
  return rows
}

async function* postgresRows(client: Client, table: string, columns: readonly string[]): AsyncIterable<BackupRow> {
  await client.query(`DECLARE rows_of NO SCROLL CURSOR FOR SELECT ${columns.join(', ')} FROM ${table}`)
  for (;;) {
    const { rows } = await client.query<BackupRow>({ text: `FETCH ${BATCH} FROM rows_of`, rowMode: 'array' })
    if (rows.length === 0) break
    yield* rows
  }
  await client.query('CLOSE rows_of')
}
