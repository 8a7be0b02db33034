import type BetterSqlite3 from 'better-sqlite3'
import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm'
import { bound, hasRows, type SqlPart, sqlTexts } from './sql-text'
import type { TransactionScope } from './transaction-scope'
import { LONGEST_TURN_MS, nextTurn } from './turns'
import type { Reader, Transaction } from './types'

const textOf = sqlTexts(() => '?')

interface Statements {
  rows(strings: TemplateStringsArray, values: readonly SqlPart[]): unknown[]
  changes(strings: TemplateStringsArray, values: readonly SqlPart[]): number
  byIds(table: string, ids: readonly string[]): unknown[]
}

/** Texts with rows come in as many sizes as batches do; the oldest are forgotten. */
const MOST_TEXTS = 500

/** Prepares each text once. */
function statementCache(connection: BetterSqlite3.Database) {
  const byTemplate = new WeakMap<TemplateStringsArray, BetterSqlite3.Statement>()
  const byText = new Map<string, BetterSqlite3.Statement>()
  const ofText = (text: string): BetterSqlite3.Statement => {
    const statement = byText.get(text) ?? connection.prepare(text)
    byText.delete(text)
    byText.set(text, statement)
    const [oldest] = byText.keys()
    if (byText.size > MOST_TEXTS && oldest !== undefined) byText.delete(oldest)
    return statement
  }
  const statementOf = (strings: TemplateStringsArray, values: readonly SqlPart[]): BetterSqlite3.Statement => {
    if (hasRows(values)) return ofText(textOf(strings, values))
    const statement = byTemplate.get(strings) ?? connection.prepare(textOf(strings, values))
    byTemplate.set(strings, statement)
    return statement
  }
  return { statementOf, ofText }
}

/** Straight on the connection, past TypeORM's query runner, which costs several times the statement. */
function statementsOf(connection: BetterSqlite3.Database): Statements {
  const { statementOf, ofText } = statementCache(connection)
  const run = <T>(
    strings: TemplateStringsArray,
    values: readonly SqlPart[],
    how: (statement: BetterSqlite3.Statement) => T,
  ): T => {
    try {
      return how(statementOf(strings, values))
    } catch (error) {
      // As TypeORM throws it, on both databases; without the values, which may be personal.
      throw new QueryFailedError(textOf(strings, values), undefined, error as Error)
    }
  }
  return {
    rows: (strings, values) =>
      run(strings, values, (statement) => {
        if (statement.reader) return statement.all(...bound(values))
        statement.run(...bound(values))
        return []
      }),
    changes: (strings, values) =>
      run(strings, values, (statement) =>
        statement.reader ? statement.all(...bound(values)).length : statement.run(...bound(values)).changes,
      ),
    byIds: (table, ids) =>
      ofText(`SELECT * FROM ${table} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`).all(JSON.stringify(ids)),
  }
}

/** The reading surface of a read-only connection. */
export function sqliteReader(source: DataSource, connection: BetterSqlite3.Database): Reader {
  const statements = statementsOf(connection)
  const sql = (strings: TemplateStringsArray, ...values: SqlPart[]): Promise<unknown[]> =>
    new Promise((resolve) => {
      resolve(statements.rows(strings, values))
    })
  return Object.assign(source.createEntityManager(), { sql })
}

/** Everybody else who asks meanwhile is answered between the statements of a long job; the transaction stays this job's. */
function takeTurns(scope: TransactionScope) {
  let began = performance.now()
  return async <T>(statement: () => T): Promise<T> => {
    if (performance.now() - began >= LONGEST_TURN_MS) {
      await nextTurn()
      began = performance.now()
    }
    return scope.statement(statement)
  }
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
    const inTurns = takeTurns(scope)
    const tx = Object.assign(source.createEntityManager(runner), {
      sql: (strings: TemplateStringsArray, ...values: SqlPart[]) => inTurns(() => statements.rows(strings, values)),
      affected: (strings: TemplateStringsArray, ...values: SqlPart[]) => inTurns(() => statements.changes(strings, values)),
      // The whole file is this transaction's already.
      lockRows: (table: string, ids: readonly string[]) => inTurns(() => statements.byIds(table, ids)),
    })
    const end = (): void => {
      Object.assign(runner, { isReleased: true })
    }
    return { tx: tx as unknown as Transaction, end }
  }
}
