import type BetterSqlite3 from 'better-sqlite3'
import { beginImmediate, openSqliteFile, type SqliteFile } from './sqlite-file'
import { migrateSqlite } from './sqlite-migrate'
import { openSqliteJob, sqliteReader } from './sqlite-statements'
import { refuseNesting, TransactionScope } from './transaction-scope'
import type { Database, DatabaseOptions, Transaction } from './types'
import { WriterQueue, type WriterConnection } from './writer-queue'

/**
 * SQLite through two connections: one that writes, used by the writer queue alone (TypeORM gives a better-sqlite3
 * DataSource one shared query runner, so that overlapping transactions would lose rows), and one that can only read.
 */
export async function openSqlite(path: string, options: DatabaseOptions): Promise<Database> {
  if (options.readonly) return openReadOnly(path, options)
  const writer = await openSqliteFile(path, options, 'write')
  try {
    await migrateSqlite(writer)
    const reader = await openSqliteFile(path, options, 'read')
    return databaseOf(writer, reader)
  } catch (error) {
    await writer.source.destroy()
    throw error
  }
}

function databaseOf(writer: SqliteFile, reader: SqliteFile): Database {
  const queue = new WriterQueue(writerConnection(writer.connection))
  const openJob = openSqliteJob(writer.source, writer.connection)
  return {
    kind: 'sqlite',
    read: sqliteReader(reader.source, reader.connection),
    inTransaction: async <T>(work: (tx: Transaction) => Promise<T>) => {
      refuseNesting()
      return queue.add(() => {
        const scope = new TransactionScope()
        const { tx, end } = openJob(scope)
        return scope.run(() => work(tx)).finally(end)
      })
    },
    close: async () => {
      await queue.close()
      await reader.source.destroy()
      await writer.source.destroy()
    },
  }
}

async function openReadOnly(path: string, options: DatabaseOptions): Promise<Database> {
  const { source, connection } = await openSqliteFile(path, options, 'read')
  return {
    kind: 'sqlite',
    read: sqliteReader(source, connection),
    inTransaction: () => Promise.reject(new Error('This database was opened for reading.')),
    close: () => source.destroy(),
  }
}

function writerConnection(connection: BetterSqlite3.Database): WriterConnection {
  const statements = new Map<string, BetterSqlite3.Statement>()
  const prepared = (text: string): BetterSqlite3.Statement => {
    const statement = statements.get(text) ?? connection.prepare(text)
    statements.set(text, statement)
    return statement
  }
  return {
    begin: () => beginImmediate(connection),
    execute: (statement) => void prepared(statement).run(),
    get inTransaction() {
      return connection.inTransaction
    },
  }
}
