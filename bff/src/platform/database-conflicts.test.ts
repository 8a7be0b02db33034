import { Note, withNotes } from '../../test/notes'
import { openTestDatabase, testDatabaseKind, type TestDatabase } from '../../test/test-database'

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase(withNotes)
  await database.inTransaction((tx) =>
    tx.insert(Note, [
      { id: 'a', count: 0 },
      { id: 'b', count: 0 },
    ]),
  )
})
afterEach(() => database.close())

/** Registered for the database that it is about, so that nothing is skipped. */
const onPostgres = testDatabaseKind === 'postgres' ? it : (): void => undefined

/** Opens when as many have come, and stays open. */
function gate(visitors: number): () => Promise<void> {
  let open: () => void
  const opened = new Promise<void>((resolve) => (open = resolve))
  let come = 0
  return () => {
    come += 1
    if (come >= visitors) open()
    return opened
  }
}

it('loses no count when many add to the same row', async () => {
  const add = () => database.inTransaction((tx) => tx.affected`UPDATE notes SET count = count + 1 WHERE id = 'a'`)
  await Promise.all(Array.from({ length: 50 }, add))
  expect(await database.read.findOneBy(Note, { id: 'a' })).toEqual({ id: 'a', count: 50 })
})

onPostgres('runs the work again after a deadlock', async () => {
  const bothHoldOne = gate(2)
  let runs = 0
  const lockBoth = (first: string, second: string) =>
    database.inTransaction(async (tx) => {
      runs += 1
      await tx.sql`UPDATE notes SET count = count + 1 WHERE id = ${first}`
      await bothHoldOne()
      await tx.sql`UPDATE notes SET count = count + 1 WHERE id = ${second}`
    })
  await Promise.all([lockBoth('a', 'b'), lockBoth('b', 'a')])
  expect(runs).toBe(3)
  expect(await database.read.sql`SELECT count FROM notes ORDER BY id`).toEqual([{ count: 2 }, { count: 2 }])
})

onPostgres('runs the work again after a serialization failure', async () => {
  const bothHaveRead = gate(2)
  let runs = 0
  const readThenWrite = () =>
    database.inTransaction(async (tx) => {
      runs += 1
      await tx.sql`SET TRANSACTION ISOLATION LEVEL SERIALIZABLE`
      const note = await tx.findOneByOrFail(Note, { id: 'a' })
      await bothHaveRead()
      await tx.update(Note, { id: 'a' }, { count: note.count + 1 })
    })
  await Promise.all([readThenWrite(), readThenWrite()])
  expect(runs).toBe(3)
  expect(await database.read.findOneBy(Note, { id: 'a' })).toEqual({ id: 'a', count: 2 })
})

onPostgres('gives up on a conflict that does not end', async () => {
  let runs = 0
  const always = database.inTransaction(async (tx) => {
    runs += 1
    await tx.sql`DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$`
  })
  await expect(always).rejects.toThrow('again')
  expect(runs).toBe(8)
})
