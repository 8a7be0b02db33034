import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { Note, withNotes } from '../../test/notes'
import { makeTestDatabasePlace, testDatabaseKind, type TestDatabasePlace } from '../../test/test-database'
import { entities } from '../entities'
import { migrations } from '../migrations'
import { type Database, openDatabase } from './database'

let place: TestDatabasePlace
beforeEach(async () => {
  place = await makeTestDatabasePlace()
})
afterEach(() => place.remove())

const open = (): Promise<Database> =>
  openDatabase({
    url: place.url,
    entities: [...entities, ...withNotes.entities],
    migrations: [...migrations, ...withNotes.migrations],
  })

/** Starts a process that writes; `said` grows by the ids it has acknowledged, whole lines only. */
function startWriter(name: string, rows: number): { process: ChildProcess; said: () => string[]; failed: () => string } {
  const script = path.join(__dirname, '../../test/writer-process.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, place.url, name, String(rows)], {
    cwd: path.join(__dirname, '../..'),
  })
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return { process: child, said: () => out.split('\n').slice(0, -1), failed: () => errors }
}

const idsIn = async (database: Database): Promise<Set<string>> => new Set((await database.read.find(Note)).map((note) => note.id))

it('loses no acknowledged row when its process is killed', async () => {
  const writer = startWriter('killed', 1_000_000)
  const ended = once(writer.process, 'close').then(() => {
    throw new Error(`The writer ended: ${writer.failed()}`)
  })
  await Promise.race([ended, acknowledged(writer, 500)])
  writer.process.kill('SIGKILL')
  await expect(ended).rejects.toThrow()
  const database = await open()
  const kept = await idsIn(database)
  expect(writer.said().filter((id) => !kept.has(id))).toEqual([])
  await database.close()
}, 60_000)

async function acknowledged(writer: ReturnType<typeof startWriter>, rows: number): Promise<void> {
  while (writer.said().length < rows) await once(writer.process.stdout ?? writer.process, 'data')
}

it('migrates once and loses no write when several processes start at once', async () => {
  const writers = ['a', 'b', 'c'].map((name) => startWriter(name, 40))
  await Promise.all(writers.map((writer) => once(writer.process, 'close')))
  expect(writers.map((writer) => writer.failed())).toEqual(['', '', ''])
  const database = await open()
  expect([...(await idsIn(database))].sort()).toEqual(writers.flatMap((writer) => writer.said()).sort())
  expect(await database.read.sql`SELECT name FROM migrations WHERE name LIKE 'Notes%'`).toHaveLength(1)
  await database.close()
}, 60_000)

/** Registered for the database that it is about, so that nothing is skipped. */
const onSqlite = testDatabaseKind === 'sqlite' ? it : (): void => undefined

onSqlite('forces every commit to the disk, also after opening the file again', async () => {
  for (let opened = 1; opened <= 2; opened += 1) {
    const database = await open()
    const settings = await database.inTransaction(async (tx) => [
      await tx.sql`PRAGMA synchronous`,
      await tx.sql`PRAGMA temp_store`,
      await tx.sql`PRAGMA journal_mode`,
      await tx.sql`PRAGMA foreign_keys`,
    ])
    expect(settings).toEqual([[{ synchronous: 2 }], [{ temp_store: 2 }], [{ journal_mode: 'wal' }], [{ foreign_keys: 1 }]])
    await database.close()
  }
})

it('can be opened for reading only, in use or not', async () => {
  const database = await open()
  await database.inTransaction((tx) => tx.insert(Note, { id: 'there', count: 1 }))
  const readOnly = { url: place.url, entities: withNotes.entities, migrations: [], readonly: true }
  const beside = await openDatabase(readOnly)
  expect(await beside.read.countBy(Note, {})).toBe(1)
  await expect(beside.inTransaction(() => Promise.resolve())).rejects.toThrow(/for reading/)
  await beside.close()
  await database.close()
  const alone = await openDatabase(readOnly)
  expect(await alone.read.countBy(Note, {})).toBe(1)
  await alone.close()
})
