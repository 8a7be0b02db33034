import type BetterSqlite3 from 'better-sqlite3'
import { setTimeout as wait } from 'node:timers/promises'
import { DataSource } from 'typeorm'
import type { DatabaseOptions } from './types'

export interface SqliteFile {
  readonly source: DataSource
  readonly connection: BetterSqlite3.Database
}

/** A reader never waits in WAL mode, but for another process that recovers the file after a crash. */
const READER_WAITS_MS = 5_000
/** SQLite waits by blocking the whole process: wait shortly, then try again from the event loop (`beginImmediate`). */
const WRITER_WAITS_MS = 20
const LOCKED_FOR_MS = 30_000

/** Opens one connection to the file. */
export async function openSqliteFile(path: string, options: DatabaseOptions, mode: 'read' | 'write'): Promise<SqliteFile> {
  const opened: BetterSqlite3.Database[] = []
  const source = new DataSource({
    type: 'better-sqlite3',
    database: path,
    readonly: mode === 'read',
    timeout: mode === 'read' ? READER_WAITS_MS : WRITER_WAITS_MS,
    entities: [...options.entities],
    migrations: [...options.migrations],
    prepareDatabase: async (connection: BetterSqlite3.Database) => {
      if (mode === 'write') await prepareWriter(connection)
      opened.push(connection)
    },
  })
  await source.initialize()
  const [connection] = opened
  if (!connection) throw new Error('SQLite handed no connection over.')
  return { source, connection }
}

async function prepareWriter(connection: BetterSqlite3.Database): Promise<void> {
  await whileLocked(() => connection.pragma('journal_mode = WAL'))
  // better-sqlite3 opens WAL files with NORMAL, which may lose acknowledged commits when the power fails.
  connection.pragma('synchronous = FULL')
  // Each job stands in a savepoint, whose way back would else be written to a temporary file as soon as it is longer than 64 KB.
  connection.pragma('temp_store = MEMORY')
}

/** BEGIN IMMEDIATE, waiting without blocking while another process writes. */
export function beginImmediate(connection: BetterSqlite3.Database): Promise<void> {
  return whileLocked(() => connection.exec('BEGIN IMMEDIATE'))
}

async function whileLocked(attempt: () => unknown): Promise<void> {
  const deadline = performance.now() + LOCKED_FOR_MS
  for (;;) {
    try {
      attempt()
      return
    } catch (error) {
      if (!isLocked(error) || performance.now() > deadline) throw error
    }
    await wait(1 + Math.random() * 10)
  }
}

function isLocked(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
