import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { withNotes } from '../../../test/notes'
import { makeEmptyPlace, openTestDatabase, type TestDatabase, testDatabaseKind } from '../../../test/test-database'
import { entities } from '../../entities'
import { migrations as ours } from '../../migrations'
import { systemClock } from '../clock'
import { backUpDatabase, type Database, type DatabaseKind, openDatabase, restoreDatabase } from '../database'

const migrations = [...ours, ...withNotes.migrations]
const open = (url: string): Promise<Database> => openDatabase({ url, entities: [...entities, ...withNotes.entities], migrations })

let database: TestDatabase
let folder: string
let file: string
const atEnd: (() => Promise<void>)[] = []
beforeEach(async () => {
  database = await openTestDatabase(withNotes)
  folder = mkdtempSync(path.join(os.tmpdir(), 'one-visit-backup-'))
  file = path.join(folder, 'now.backup')
})
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end()
  await database.close()
  rmSync(folder, { recursive: true })
})

const write = (id: string, count = 1): Promise<unknown> =>
  database.inTransaction((tx) => tx.sql`INSERT INTO notes (id, count) VALUES (${id}, ${count})`)
const notesOf = (read: Database['read']): Promise<{ id: string; count: number }[]> =>
  read.sql<{ id: string; count: number }[]>`SELECT id, count FROM notes ORDER BY id`
const backUp = () => backUpDatabase(database.url, file, systemClock)

async function place(kind?: DatabaseKind): Promise<string> {
  const { url, remove } = await makeEmptyPlace(kind)
  atEnd.push(remove)
  return url
}

async function restored(url: string): Promise<Database> {
  await restoreDatabase(url, file, migrations)
  const found = await open(url)
  atEnd.push(() => found.close())
  return found
}

const kinds: DatabaseKind[] = testDatabaseKind === 'postgres' ? ['sqlite', 'postgres'] : ['sqlite']

it.each(kinds)('comes back in a new database: %s', async (kind) => {
  await write('with “quotes”, \n lines and 茶陵', -5)
  await write('other', 2_000_000_000)
  const written = await backUp()
  const url = await place(kind)
  expect(await restoreDatabase(url, file, migrations)).toEqual(written)
  const found = await open(url)
  atEnd.push(() => found.close())
  expect(await notesOf(found.read)).toEqual(await notesOf(database.read))
  await found.inTransaction((tx) => tx.sql`INSERT INTO notes (id, count) VALUES ('later', 1)`)
})

it('is one moment of a database that is written to meanwhile', async () => {
  let [acknowledged, stop] = [0, false]
  const writer = async (name: string): Promise<void> => {
    for (let n = 0; !stop; n += 1) {
      await database.inTransaction(async (tx) => {
        await tx.sql`INSERT INTO notes (id, count) VALUES (${`${name}-${n}-a`}, 1)`
        await tx.sql`INSERT INTO notes (id, count) VALUES (${`${name}-${n}-b`}, -1)`
      })
      acknowledged += 2
    }
  }
  const writers = ['x', 'y', 'z'].map(writer)
  while (acknowledged < 20) await new Promise(setImmediate)
  const before = acknowledged
  await backUp()
  stop = true
  await Promise.all(writers)
  const rows = await notesOf((await restored(await place())).read)
  expect(rows.length).toBeGreaterThanOrEqual(before)
  // Two rows of one transaction are both there, or neither is.
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(0)
})

it('from before an update is brought up to it with everything in it', async () => {
  await write('lost with the newer table')
  await backUp()
  const [header, ...rest] = linesOf(file).map((line): unknown => JSON.parse(line)) as [{ migrations: string[] }, ...unknown[]]
  const withoutNotes = rest.filter((line) => !isAboutNotes(line)).slice(0, -1)
  const tables = withoutNotes.filter((line) => isObject(line) && 'columns' in line).length
  const rows = withoutNotes.filter((line) => Array.isArray(line)).length
  const lines = [{ ...header, migrations: header.migrations.slice(0, -1) }, ...withoutNotes, { end: true, tables, rows }]
  writeFileSync(file, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')))
  expect(await notesOf((await restored(await place())).read)).toEqual([])
})

it('can be read by its owner alone, and is not written over another', async () => {
  await backUp()
  expect(statSync(file).mode & 0o077).toBe(0)
  await expect(backUp()).rejects.toThrow('There is a file')
})

describe('is refused, with the new place left empty,', () => {
  it('when it was cut off', async () => {
    await write('one')
    await backUp()
    writeFileSync(file, gzipSync(`${linesOf(file).slice(0, -1).join('\n')}\n`))
    await refusedEverywhere('it was cut off')
  })

  it('when rows are missing', async () => {
    await write('one')
    await backUp()
    const whole = gunzipSync(readFileSync(file)).toString()
    writeFileSync(file, gzipSync(whole.replace('["one",1]\n', '')))
    await refusedEverywhere('lacks rows of notes')
  })

  it('when it is damaged', async () => {
    await backUp()
    writeFileSync(file, readFileSync(file).subarray(0, -20))
    await refusedEverywhere('damaged')
  })

  it('when it comes from a newer version', async () => {
    await backUp()
    await expect(restoreDatabase(await place(), file, ours)).rejects.toThrow('newer version')
  })

  it('when there is none', async () => {
    await expect(restoreDatabase(await place(), path.join(folder, 'none'), migrations)).rejects.toThrow('There is no file')
  })
})

it('never goes into a database that has something in it', async () => {
  await write('one')
  await backUp()
  await expect(restoreDatabase(database.url, file, migrations)).rejects.toThrow(/not empty|already/)
  expect(await notesOf(database.read)).toEqual([{ id: 'one', count: 1 }])
})

async function refusedEverywhere(reason: string): Promise<void> {
  const good = path.join(folder, 'good.backup')
  for (const kind of kinds) {
    const url = await place(kind)
    await expect(restoreDatabase(url, file, migrations)).rejects.toThrow(reason)
    await backUpDatabase(database.url, good, systemClock)
    await restoreDatabase(url, good, migrations)
    rmSync(good)
  }
}

const linesOf = (backup: string): string[] => gunzipSync(readFileSync(backup)).toString().trimEnd().split('\n')
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isAboutNotes = (line: unknown): boolean =>
  (isObject(line) && line.table === 'notes') || (Array.isArray(line) && line[0] === 'lost with the newer table')
