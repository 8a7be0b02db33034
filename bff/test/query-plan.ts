import type { Transaction } from '../src/platform/database'
import type { TestDatabase } from './test-database'

type Statement = Transaction['sql']

/**
 * How the database would carry out what `work` states, without doing it: its plans, one after the other. What is a scan of a whole
 * table there is one because no index helps: PostgreSQL is told to take an index, and its order, wherever it can, for these tables are empty.
 */
export async function plansOf(database: TestDatabase, work: (tx: Transaction) => Promise<unknown>): Promise<string> {
  const plans: string[] = []
  await database.inTransaction(async (tx) => {
    if (database.kind === 'postgres') {
      await tx.sql`SET LOCAL enable_seqscan = off`
      await tx.sql`SET LOCAL enable_sort = off`
    }
    const explain = (strings: TemplateStringsArray, ...values: Parameters<Statement> extends [unknown, ...infer V] ? V : never) =>
      tx.sql<object[]>(explained(strings, database.kind), ...values)
    const state = async (...statement: Parameters<typeof explain>): Promise<object[]> => {
      plans.push((await explain(...statement)).map((row) => JSON.stringify(row)).join('\n'))
      return []
    }
    const stating = { sql: state as Statement, affected: async (...of: Parameters<typeof state>) => (await state(...of)).length }
    await work(stating as unknown as Transaction)
  })
  return plans.join('\n')
}

/** A scan of a whole table, in the words of either database. An index that is read from end to end is one as well. */
export const WHOLE_TABLE = /"SCAN |Seq Scan/

function explained([first = '', ...more]: TemplateStringsArray, kind: TestDatabase['kind']): TemplateStringsArray {
  const strings = [`${kind === 'postgres' ? 'EXPLAIN' : 'EXPLAIN QUERY PLAN'} ${first}`, ...more]
  return Object.assign(strings, { raw: strings })
}
