import { type CuttableLine, openCuttableLine } from '../../test/cuttable-line'
import { Note, withNotes } from '../../test/notes'
import { testCrypto } from '../../test/test-crypto'
import { makeTestDatabasePlace, testDatabaseKind, type TestDatabasePlace } from '../../test/test-database'
import { entities } from '../entities'
import { migrations } from '../migrations'
import { systemClock } from './clock'
import { type Database, openDatabase } from './database'
import { runOnce } from './idempotency'

/** Registered for the database that it is about: SQLite is a file and does not go away. */
const onPostgres = testDatabaseKind === 'postgres' ? it : (): void => undefined

let place: TestDatabasePlace
let line: CuttableLine | null
let database: Database
const said: string[] = []
const logger = { warn: (_details: unknown, message?: string) => void said.push(message ?? '') }

async function open(more: { waitsMs?: number } = {}): Promise<void> {
  place = await makeTestDatabasePlace()
  line = testDatabaseKind === 'postgres' ? await openCuttableLine(place.url) : null
  database = await openDatabase({
    url: line?.url ?? place.url,
    entities: [...entities, ...withNotes.entities],
    migrations: [...migrations, ...withNotes.migrations],
    logger,
    ...more,
  })
}

afterEach(async () => {
  await database.close()
  await line?.close()
  await place.remove()
})

function theLine(): CuttableLine {
  if (!line) throw new Error('There is no line to cut.')
  return line
}

const notes = (): Promise<number> => database.read.countBy(Note, {})
const request = { scope: 'account-1', key: 'key-1', endpoint: 'POST /v1/notes', requestHash: 'hash-1' }
const keyed = { ...request, clock: systemClock, crypto: testCrypto() }

it('does keyed work once when nothing goes wrong', async () => {
  await open()
  const add = () => runOnce(database, keyed, (tx) => tx.affected`INSERT INTO notes (id, count) VALUES ('a', 1)`)
  expect(await add()).toEqual({ reply: 1, replayed: false })
  expect(await add()).toEqual({ reply: 1, replayed: true })
})

onPostgres('waits for a server that restarts: reads and writes come late and do not fail', async () => {
  await open()
  await theLine().cut()
  const read = notes()
  const selected = database.read.sql`SELECT 1 AS alive`
  const wrote = database.inTransaction((tx) => tx.insert(Note, { id: 'a', count: 1 }))
  await theLine().mend()
  expect(await selected).toEqual([{ alive: 1 }])
  await Promise.all([read, wrote])
  expect(await notes()).toBe(1)
  expect(said).toContain('the database is back')
})

const cutShort = async (): Promise<void> => {
  await theLine().cut()
  await theLine().mend()
}
/** By then the connection of the transaction has been taken back. */
const cutAndNoticed = async (): Promise<void> => {
  await cutShort()
  await notes()
}

onPostgres('runs work again that was cut before its COMMIT: all of it or nothing', () => isAllOrNothing(cutShort))
onPostgres('does so too when the pool knew of the cut before the work did', () => isAllOrNothing(cutAndNoticed))

async function isAllOrNothing(cut: () => Promise<void>): Promise<void> {
  await open()
  let runs = 0
  await database.inTransaction(async (tx) => {
    runs += 1
    await tx.insert(Note, { id: 'a', count: runs })
    if (runs === 1) await cut()
    await tx.insert(Note, { id: 'b', count: runs })
  })
  expect(runs).toBe(2)
  expect(await database.read.sql`SELECT id, count FROM notes ORDER BY id`).toEqual([
    { id: 'a', count: 2 },
    { id: 'b', count: 2 },
  ])
}

onPostgres('does not run work again whose COMMIT may have happened, and says so', async () => {
  await open()
  const cut = theLine().loseNextCommitAnswer()
  const adding = database.inTransaction((tx) => tx.insert(Note, { id: 'a', count: 1 }))
  await Promise.all([cut, expect(adding).rejects.toMatchObject({ code: 'service_unavailable', retryAfter: expect.any(Number) })])
  await theLine().mend()
  expect(await notes()).toBe(1)
})

onPostgres('answers keyed work whose COMMIT may have happened with what it did: once', async () => {
  await open()
  const cut = theLine().loseNextCommitAnswer()
  const adding = runOnce(database, keyed, (tx) => tx.affected`INSERT INTO notes (id, count) VALUES ('a', 1)`)
  await cut
  await theLine().mend()
  expect(await adding).toEqual({ reply: 1, replayed: true })
  expect(await notes()).toBe(1)
})

onPostgres('stops waiting, says when to come again, and is well when the server is', async () => {
  await open({ waitsMs: 200 })
  await theLine().cut()
  const unavailable = { code: 'service_unavailable', status: 503, retryAfter: expect.any(Number) as number }
  await expect(notes()).rejects.toMatchObject(unavailable)
  await expect(database.inTransaction((tx) => tx.find(Note))).rejects.toMatchObject(unavailable)
  await theLine().mend()
  expect(await notes()).toBe(0)
})

onPostgres('lives on when a connection ends in the breath in which it began', async () => {
  await open()
  await theLine().cut()
  theLine().endNextAtOnce()
  await theLine().mend()
  expect(await notes()).toBe(0)
})

onPostgres('tells a mistake in a statement as it is', async () => {
  await open()
  await expect(database.read.sql`SELECT nothing FROM nowhere`).rejects.toMatchObject({ code: '42P01' })
})
