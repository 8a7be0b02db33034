import { Client, type ClientConfig, type PoolClient } from 'pg'
import { DataSource, type QueryRunner, QueryRunnerAlreadyReleasedError } from 'typeorm'
import { CommitUnanswered, createWhileAway, isAway, type WhileAway } from './postgres-away'
import { migratePostgres } from './postgres-migrate'
import { postgresReader, postgresTransaction } from './postgres-statements'
import { retryConflicts } from './retry'
import { refuseNesting, TransactionScope } from './transaction-scope'
import type { Database, DatabaseOptions, Transaction } from './types'

/** Connections of one process, for each of the two pools. */
const POOL_SIZE = 10
/** The server ends what a process leaves lying about: locks held here keep others waiting. */
const LIMITS = { statement_timeout: 10_000, idle_in_transaction_session_timeout: 15_000, connectionTimeoutMillis: 5_000 }

/** PostgreSQL: a pool that writes and a pool whose every transaction is read-only. */
export async function openPostgres(options: DatabaseOptions): Promise<Database> {
  if (!options.readonly) await migratePostgres(options)
  const reads = await openPool(options, { ...LIMITS, options: '-c default_transaction_read_only=on' })
  const whileAway = createWhileAway(options)
  if (options.readonly) return databaseOf(null, reads, whileAway)
  try {
    return databaseOf(await openPool(options, LIMITS), reads, whileAway)
  } catch (error) {
    await reads.destroy()
    throw error
  }
}

/**
 * Between the moment in which a connection is made and the one in which somebody uses it, nobody listens to its errors, and an error
 * that nobody listens to ends the process. Who uses it next is told anyhow.
 */
class HardyClient extends Client {
  constructor(config?: ClientConfig) {
    super(config)
    this.on('error', () => undefined)
  }
}

function openPool({ url, entities, logger }: DatabaseOptions, limits: object): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    entities: [...entities],
    poolSize: POOL_SIZE,
    installExtensions: false,
    extra: { ...limits, Client: HardyClient },
    poolErrorHandler: (error: Error) => logger?.warn({ err: error }, 'a database connection was lost'),
  }).initialize()
}

function databaseOf(writes: DataSource | null, reads: DataSource, whileAway: WhileAway): Database {
  const underway = new Set<Promise<unknown>>()
  let closed = false
  return {
    kind: 'postgres',
    read: postgresReader(reads, whileAway),
    inTransaction: async <T>(work: (tx: Transaction) => Promise<T>, { repeatable = false } = {}) => {
      refuseNesting()
      if (!writes) throw new Error('This database was opened for reading.')
      if (closed) throw new Error('The database is closed.')
      const running = whileAway(() => retryConflicts(() => runOnce(writes, work, repeatable)))
      underway.add(running)
      return running.finally(() => underway.delete(running))
    },
    close: async () => {
      closed = true
      await Promise.allSettled(underway)
      await Promise.all([reads.destroy(), writes?.destroy()])
    },
  }
}

async function runOnce<T>(writes: DataSource, work: (tx: Transaction) => Promise<T>, repeatable: boolean): Promise<T> {
  const runner = writes.createQueryRunner()
  try {
    await runner.startTransaction()
    const scope = new TransactionScope()
    const value = await scope.run(() => work(postgresTransaction(writes, runner, scope)))
    // The line broke meanwhile: nothing of it has happened.
    if (runner.isReleased) throw new QueryRunnerAlreadyReleasedError()
    await commit(runner, repeatable)
    return value
  } catch (error) {
    // The first error is the one to tell; a connection that cannot even roll back is dropped by the pool.
    await runner.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await runner.release()
  }
}

/** PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed on the way. */
async function commit(runner: QueryRunner, repeatable: boolean): Promise<void> {
  const client = (await runner.connect()) as PoolClient
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    if (isAway(error) && !repeatable) throw new CommitUnanswered('COMMIT was not answered.', { cause: error })
    throw error
  })
  if (command !== 'COMMIT') throw new Error('The transaction went on after a failed statement.')
}
