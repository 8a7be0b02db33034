import { Note, withNotes } from '../../test/notes'
import { SettableClock } from '../../test/settable-clock'
import { testCrypto } from '../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { valuesOf } from './database'
import { problem } from './errors'
import { createOnceLane, type OnceLane } from './once-lane'

let database: TestDatabase
let lane: OnceLane<string, { id: string }>
let sizes: number[]
beforeEach(async () => {
  database = await openTestDatabase(withNotes)
  sizes = []
  lane = createOnceLane({
    ...{ database, clock: new SettableClock(), crypto: testCrypto(), most: 64 },
    work: async (tx, names) => {
      sizes.push(names.length)
      const wanted = names.filter((name) => name !== 'refused')
      if (wanted.length > 0) await tx.sql`INSERT INTO notes (id, count) VALUES ${valuesOf(wanted.map((name) => [name, 1]))}`
      return names.map((name) =>
        name === 'refused' ? { ok: false, error: problem('slot_full') } : { ok: true, reply: { id: name } },
      )
    },
  })
})
afterEach(() => database.close())

const once = (key: string, requestHash = key) => ({ scope: 'account', key, endpoint: 'POST /v1/notes', requestHash })
const notes = (): Promise<number> => database.read.countBy(Note, {})

test('requests that arrive together share a transaction, and each gets its own reply', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => lane(once(`key-${index}`), `note-${index}`)))
  expect(answers).toEqual(Array.from({ length: 40 }, (_, index) => ({ reply: { id: `note-${index}` }, replayed: false })))
  expect(sizes).toEqual([40])
  expect(await notes()).toBe(40)
})

test('a repeated key is answered again and takes effect once, also within one batch', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => lane(once('key'), 'note')))
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(new Set(answers.map(({ reply }) => reply.id))).toEqual(new Set(['note']))
  expect(await lane(once('key'), 'note')).toEqual({ reply: { id: 'note' }, replayed: true })
  expect(await notes()).toBe(1)
})

test('a refusal leaves its neighbours alone, and its key may be tried again', async () => {
  const [good, refused] = await Promise.allSettled([lane(once('a'), 'note-a'), lane(once('b'), 'refused')])
  expect(good).toMatchObject({ status: 'fulfilled' })
  expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'slot_full' } })
  expect(await lane(once('b'), 'note-b')).toEqual({ reply: { id: 'note-b' }, replayed: false })
})

test('a key that came with another request is refused', async () => {
  await lane(once('a'), 'note-a')
  await expect(lane(once('a', 'another'), 'note-b')).rejects.toMatchObject({ code: 'idempotency_key_reused' })
})

test('a request that breaks the transaction spoils none but itself', async () => {
  await lane(once('first'), 'taken')
  const settled = await Promise.allSettled([lane(once('x'), 'taken'), lane(once('y'), 'free')])
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  expect(await notes()).toBe(2)
})
