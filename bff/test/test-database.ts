import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { entities } from '../src/entities'
import { migrations } from '../src/migrations'
import { type Database, type DatabaseKind, type DatabaseOptions, openDatabase } from '../src/platform/database'
import { copyTemplate, createDatabase, dropDatabase } from './postgres-template'
import { makeThrowawayFolder } from './throwaway-folder'

/** Which database this run of the tests is about. */
export const testDatabaseKind: DatabaseKind = process.env.TEST_DATABASE === 'postgres' ? 'postgres' : 'sqlite'

/** A place for a database of one's own, and how to be rid of it. */
export interface TestDatabasePlace {
  readonly url: string
  readonly remove: () => Promise<void>
}

/** A fresh place: an empty folder on SQLite, a migrated copy on PostgreSQL. */
export function makeTestDatabasePlace(): Promise<TestDatabasePlace> {
  return testDatabaseKind === 'postgres' ? postgresPlace(copyTemplate) : sqlitePlace()
}

/** A place with nothing in it. */
export function makeEmptyPlace(kind: DatabaseKind = testDatabaseKind): Promise<TestDatabasePlace> {
  return kind === 'postgres' ? postgresPlace(createDatabase) : sqlitePlace()
}

async function postgresPlace(make: (server: string, name: string) => Promise<string>): Promise<TestDatabasePlace> {
  const server = process.env.TEST_POSTGRES_URL
  if (server === undefined) throw new Error('TEST_POSTGRES_URL is missing: bff/test/global-setup.ts sets it.')
  const name = `test_${randomBytes(8).toString('hex')}`
  return { url: await make(server, name), remove: () => dropDatabase(server, name) }
}

function sqlitePlace(): Promise<TestDatabasePlace> {
  const folder = makeThrowawayFolder('one-visit-test-')
  const remove = (): Promise<void> => fs.promises.rm(folder, { recursive: true, force: true })
  return Promise.resolve({ url: `sqlite:${path.join(folder, 'test.db')}`, remove })
}

export type TestDatabase = Database & { readonly url: string }

/** A fresh migrated database; `close` also removes it. More entities and migrations are for tests of the platform itself. */
export async function openTestDatabase(
  more: Partial<Pick<DatabaseOptions, 'entities' | 'migrations'>> = {},
): Promise<TestDatabase> {
  const { url, remove } = await makeTestDatabasePlace()
  const database = await openDatabase({
    url,
    entities: [...entities, ...(more.entities ?? [])],
    migrations: [...migrations, ...(more.migrations ?? [])],
  })
  const close = async (): Promise<void> => {
    await database.close()
    await remove()
  }
  return { ...database, url, close }
}
