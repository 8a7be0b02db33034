import type { DataSource, QueryRunner } from 'typeorm'
import { bound, sqlTexts, type SqlValue } from './sql-text'
import type { TransactionScope } from './transaction-scope'
import type { Reader, Transaction } from './types'

const textOf = sqlTexts((index) => `$${index}`)

/** The reading surface of a pool. */
export function postgresReader(reads: DataSource): Reader {
  const sql = async (strings: TemplateStringsArray, ...values: SqlValue[]): Promise<unknown[]> => {
    const runner = reads.createQueryRunner()
    try {
      return (await runner.query(textOf(strings), bound(values), true)).records as unknown[]
    } finally {
      await runner.release()
    }
  }
  return Object.assign(reads.createEntityManager(), { sql })
}

/** The `tx` of one transaction. */
export function postgresTransaction(writes: DataSource, runner: QueryRunner, scope: TransactionScope): Transaction {
  const run = (strings: TemplateStringsArray, values: SqlValue[]) =>
    scope.statement(() => runner.query(textOf(strings), bound(values), true))
  const tx = Object.assign(writes.createEntityManager(runner), {
    sql: async (strings: TemplateStringsArray, ...values: SqlValue[]) => (await run(strings, values)).records as unknown[],
    affected: async (strings: TemplateStringsArray, ...values: SqlValue[]) => (await run(strings, values)).affected ?? 0,
  })
  return tx as unknown as Transaction
}
