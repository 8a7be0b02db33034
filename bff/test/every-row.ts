import { testDatabaseKind, type TestDatabase } from './test-database'

/** Every row of every table, by the table's name. */
export async function everyRow({ read }: TestDatabase): Promise<Record<string, unknown[] | undefined>> {
  const tables =
    testDatabaseKind === 'sqlite'
      ? await read.sql<{ name: string }[]>`SELECT name FROM sqlite_master WHERE type = 'table'`
      : await read.sql<{ name: string }[]>`
          SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const rows = await Promise.all(tables.map(({ name }) => read.createQueryBuilder().select('t.*').from(name, 't').getRawMany()))
  return Object.fromEntries(tables.map(({ name }, index) => [name, rows[index]]))
}
