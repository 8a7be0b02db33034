import type BetterSqlite3 from 'better-sqlite3'
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm'
import { bound, sqlTexts, type SqlValue } from './sql-text'
import type { TransactionScope } from './transaction-scope'
import type { Reader, Transaction } from './types'

const textOf = sqlTexts(() => '?')

interface Statements {
  rows(strings: TemplateStringsArray, values: readonly SqlValue[]): unknown[]
  changes(strings: TemplateStringsArray, values: readonly SqlValue[]): number
}

/** Straight on the connection, past TypeORM's query runner, which costs several times the statement. */
function statementsOf(connection: BetterSqlite3.Database): Statements {
  const known = new WeakMap<TemplateStringsArray, BetterSqlite3.Statement>()
  const run = <T>(strings: TemplateStringsArray, how: (statement: BetterSqlite3.Statement) => T): T => {
    try {
      const statement = known.get(strings) ?? connection.prepare(textOf(strings))
      known.set(strings, statement)
      return how(statement)
    } catch (error) {
      // As TypeORM throws it, on both databases; without the values, which may be personal.
      throw new QueryFailedError(textOf(strings), undefined, error as Error)
    }
  }
  return {
    rows: (strings, values) =>
      run(strings, (statement) => {
        if (statement.reader) return statement.all(...bound(values))
        statement.run(...bound(values))
        return []
      }),
    changes: (strings, values) =>
      run(strings, (statement) =>
        statement.reader ? statement.all(...bound(values)).length : statement.run(...bound(values)).changes,
      ),
  }
}

/** The reading surface of a read-only connection. */
export function sqliteReader(source: DataSource, connection: BetterSqlite3.Database): Reader {
  const statements = statementsOf(connection)
  const sql = (strings: TemplateStringsArray, ...values: SqlValue[]): Promise<unknown[]> =>
    new Promise((resolve) => {
      resolve(statements.rows(strings, values))
    })
  return Object.assign(source.createEntityManager(), { sql })
}

/**
 * Makes the `tx` of one job. Entities go through TypeORM's one query runner; a job sees it through a shell of its own that
 * says "inside a transaction" (BEGIN and SAVEPOINT are the queue's business) and is released when the job ends.
 */
export function openSqliteJob(source: DataSource, connection: BetterSqlite3.Database) {
  const shared = source.createQueryRunner()
  const statements = statementsOf(connection)
  return (scope: TransactionScope): { tx: Transaction; end: () => void } => {
    const runner = Object.create(shared) as QueryRunner
    const query = (...args: Parameters<QueryRunner['query']>): Promise<unknown> =>
      scope.statement(() => shared.query.apply(runner, args) as Promise<unknown>)
    Object.assign(runner, { isTransactionActive: true, isReleased: false, query })
    const tx = Object.assign(source.createEntityManager(runner), {
      sql: (strings: TemplateStringsArray, ...values: SqlValue[]) => scope.statement(() => statements.rows(strings, values)),
      affected: (strings: TemplateStringsArray, ...values: SqlValue[]) =>
        scope.statement(() => statements.changes(strings, values)),
    })
    const end = (): void => {
      Object.assign(runner, { isReleased: true })
    }
    return { tx: tx as unknown as Transaction, end }
  }
}
