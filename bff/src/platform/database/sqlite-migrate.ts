import { beginImmediate, type SqliteFile } from './sqlite-file'

/**
 * Runs what is pending, all or nothing. The write lock is taken before looking, so that of several processes starting at
 * once one migrates and the others find nothing to do.
 */
export async function migrateSqlite({ source, connection }: SqliteFile): Promise<void> {
  // A table is rebuilt by dropping it; the pragma is ignored inside a transaction, and the check below stands in for it.
  connection.pragma('foreign_keys = OFF')
  await beginImmediate(connection)
  try {
    await source.runMigrations({ transaction: 'none' })
    const orphans = connection.pragma('foreign_key_check') as unknown[]
    if (orphans.length > 0) throw new Error(`A migration left ${orphans.length} rows that point to nothing.`)
    connection.exec('COMMIT')
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw error
  }
  connection.pragma('foreign_keys = ON')
}
