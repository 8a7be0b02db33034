import { DataSource } from 'typeorm'
import type { DatabaseOptions } from './types'

/** Any number will do, so long as nothing else in the database locks it. */
const MIGRATION_LOCK = 430_224_001

/** Runs what is pending, all or nothing, while other processes that start wait; on connections without time limits. */
export async function migratePostgres({ url, migrations }: DatabaseOptions): Promise<void> {
  const source = await new DataSource({
    type: 'postgres',
    url,
    migrations: [...migrations],
    poolSize: 2,
    installExtensions: false,
  }).initialize()
  try {
    // Ends with the connection, come what may.
    await source.createQueryRunner().query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await source.runMigrations({ transaction: 'all' })
  } finally {
    await source.destroy()
  }
}
