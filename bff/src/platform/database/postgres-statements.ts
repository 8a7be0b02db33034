import type { DataSource, QueryRunner } from 'typeorm'
import type { WhileAway } from './postgres-away'
import { bound, type SqlPart, sqlTexts } from './sql-text'
import type { TransactionScope } from './transaction-scope'
import type { Reader, Transaction } from './types'

const textOf = sqlTexts((index) => `$${index}`)

/** The methods of a `Reader` that ask the server by themselves. */
const WAITING = [
  ...(['find', 'findBy', 'findAndCount', 'findAndCountBy', 'findOne', 'findOneBy'] as const),
  ...(['findOneOrFail', 'findOneByOrFail', 'count', 'countBy', 'exists', 'existsBy'] as const),
]

/** The reading surface of a pool. Reading twice does no harm, so a read waits for a server that is away. */
export function postgresReader(reads: DataSource, whileAway: WhileAway): Reader {
  const select = async (strings: TemplateStringsArray, values: SqlPart[]): Promise<unknown[]> => {
    const runner = reads.createQueryRunner()
    try {
      return (await runner.query(textOf(strings, values), bound(values), true)).records as unknown[]
    } finally {
      await runner.release()
    }
  }
  const manager = reads.createEntityManager()
  const waiting = WAITING.map((name) => {
    const read = manager[name].bind(manager) as (...given: unknown[]) => Promise<unknown>
    return [name, (...given: unknown[]) => whileAway(() => read(...given))] as const
  })
  return {
    ...Object.fromEntries(waiting),
    createQueryBuilder: manager.createQueryBuilder.bind(manager),
    sql: (strings: TemplateStringsArray, ...values: SqlPart[]) => whileAway(() => select(strings, values)),
  } as unknown as Reader
}

/** The `tx` of one transaction. */
export function postgresTransaction(writes: DataSource, runner: QueryRunner, scope: TransactionScope): Transaction {
  const run = (strings: TemplateStringsArray, values: SqlPart[]) =>
    scope.statement(() => runner.query(textOf(strings, values), bound(values), true))
  const tx = Object.assign(writes.createEntityManager(runner), {
    sql: async (strings: TemplateStringsArray, ...values: SqlPart[]) => (await run(strings, values)).records as unknown[],
    affected: async (strings: TemplateStringsArray, ...values: SqlPart[]) => (await run(strings, values)).affected ?? 0,
    // Sorted first, so that two transactions that want the same rows never wait for each other in a circle.
    lockRows: async (table: string, ids: readonly string[]) =>
      (
        await scope.statement(() =>
          runner.query(`SELECT * FROM ${table} WHERE id = ANY($1) ORDER BY id FOR NO KEY UPDATE`, [ids], true),
        )
      ).records as unknown[],
  })
  return tx as unknown as Transaction
}
