import { DataSource } from 'typeorm'
import { oneOfEverything } from '../../test/owned-by-somebody'
import { startTestServer, type TestServer } from '../../test/test-server'
import { entities } from '../entities'
import { openDatabase } from '../platform/database'
import { migrations } from '.'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await oneOfEverything(server)
})
afterAll(() => server.close())

/** What administrators have: a connection without the application. */
async function withConnection<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
  const { kind, url } = server.database
  const source = new DataSource({
    ...(kind === 'postgres' ? { type: 'postgres', url } : { type: 'better-sqlite3', database: url.replace(/^sqlite:/, '') }),
    migrations: [...migrations],
  })
  await source.initialize()
  return work(source).finally(() => source.destroy())
}

/** Puts the database back to what the version before the last update left. */
const goBack = (): Promise<void> => withConnection((source) => source.undoLastMigration({ transaction: 'all' }))

type Row = Readonly<Record<string, unknown>>

/** All rows of every table, in an order of their own. */
function readEverything(): Promise<Map<string, Row[]>> {
  const names = {
    sqlite: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    postgres: `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  }
  return withConnection(async (source) => {
    const tables = await source.query<{ name: string }[]>(names[server.database.kind])
    const found = new Map<string, Row[]>()
    for (const { name } of tables) if (name !== 'migrations') found.set(name, await source.query<Row[]>(`SELECT * FROM ${name}`))
    return found
  })
}

/** In an order that depends on the rows alone, by the columns that the older version had. */
const sorted = (rows: readonly Row[], columns: readonly string[]): string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => row[column]))).sort()

test('an update from any earlier version keeps every row', async () => {
  const tables = [...(await readEverything()).keys()].sort()
  const kept: Record<string, number> = {}
  for (let back = 1; back < migrations.length; back += 1) {
    for (let step = 0; step < back; step += 1) await goBack()
    const before = await readEverything()
    await (await openDatabase({ url: server.database.url, entities, migrations })).close()
    const after = await readEverything()
    expect([...after.keys()].sort()).toEqual(tables)
    for (const [name, rows] of before) {
      const columns = Object.keys(rows[0] ?? {})
      expect({ name, rows: sorted(after.get(name) ?? [], columns) }).toEqual({ name, rows: sorted(rows, columns) })
    }
    kept[migrations.at(-back)?.name ?? ''] = [...before.values()].flat().length
  }
  // Each version had something to lose.
  expect(Object.values(kept).filter((rows) => rows === 0)).toEqual([])
  expect(kept['CrossProvince']).toBeGreaterThan(100)
})
