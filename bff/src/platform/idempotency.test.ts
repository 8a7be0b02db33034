import { Note, withNotes } from '../../test/notes'
import { SettableClock } from '../../test/settable-clock'
import { testCrypto } from '../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { Problem, problem } from './errors'
import { forgetReplies, type OnceOptions, purgeIdempotencyKeysJob, runOnce } from './idempotency'
import { IdempotencyKey } from './idempotency-key.entity'

let database: TestDatabase
let clock: SettableClock
let request: OnceOptions
beforeEach(async () => {
  database = await openTestDatabase(withNotes)
  clock = new SettableClock()
  request = { scope: 'account-1', key: 'key-1', endpoint: 'POST /v1/notes', requestHash: 'hash-1', clock, crypto: testCrypto() }
})
afterEach(() => database.close())

let made = 0
const makeNote = (options: OnceOptions = request) =>
  runOnce(database, options, async (tx) => {
    made += 1
    await tx.insert(Note, { id: `note-${made}`, count: 1 })
    return { id: `note-${made}` }
  })
const notes = (): Promise<number> => database.read.countBy(Note, {})

it('takes effect once and answers a repeat with the same reply', async () => {
  const first = await makeNote()
  expect(first.replayed).toBe(false)
  expect(await makeNote()).toEqual({ reply: first.reply, replayed: true })
  expect(await notes()).toBe(1)
})

it('takes effect once when the same request comes many times at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => makeNote()))
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1)
  expect(new Set(answers.map(({ reply }) => reply.id)).size).toBe(1)
  expect(await notes()).toBe(1)
})

it('remembers a reply that is empty', async () => {
  const work = () => runOnce(database, request, () => Promise.resolve(undefined))
  expect(await work()).toEqual({ reply: undefined, replayed: false })
  expect(await work()).toEqual({ reply: undefined, replayed: true })
})

it.each([{ requestHash: 'hash-2' }, { endpoint: 'POST /v1/others' }])(
  'refuses the key with another request: %j',
  async (other) => {
    await makeNote()
    await expect(makeNote({ ...request, ...other })).rejects.toMatchObject({ code: 'idempotency_key_reused' })
    expect(await notes()).toBe(1)
  },
)

it('keeps the keys of two callers apart', async () => {
  await makeNote()
  expect(await makeNote({ ...request, scope: 'account-2' })).toMatchObject({ replayed: false })
  expect(await notes()).toBe(2)
})

it('lets a refused request be tried again', async () => {
  const refused = runOnce(database, request, async (tx) => {
    await tx.insert(Note, { id: 'refused', count: 1 })
    throw problem('not_allowed')
  })
  await expect(refused).rejects.toBeInstanceOf(Problem)
  expect(await makeNote()).toMatchObject({ replayed: false })
  expect(await notes()).toBe(1)
})

it('forgets a key after a day, whether it was purged or not', async () => {
  await makeNote()
  clock.advance(24 * 3_600_000)
  expect(await makeNote()).toMatchObject({ replayed: true })
  clock.advance(1)
  expect(await makeNote({ ...request, requestHash: 'hash-2' })).toMatchObject({ replayed: false })
  clock.advance(24 * 3_600_000 + 1)
  await purgeIdempotencyKeysJob({ database, clock }).run(new AbortController().signal)
  expect(await database.read.countBy(IdempotencyKey, {})).toBe(0)
})

it('stores no reply in plain text, and none that opens under another key', async () => {
  await makeNote()
  const row = await database.read.findOneByOrFail(IdempotencyKey, { scope: 'account-1' })
  expect(row.reply).not.toContain('note')
  await database.inTransaction((tx) => tx.insert(IdempotencyKey, Object.assign(row, { scope: 'account-2' })))
  await expect(makeNote({ ...request, scope: 'account-2' })).rejects.toThrow('sealed text')
})

it('forgets what it kept for callers', async () => {
  await makeNote()
  await makeNote({ ...request, scope: 'account-2' })
  await database.inTransaction((tx) => forgetReplies(tx, ['account-1', 'nobody']))
  expect(await database.read.find(IdempotencyKey)).toMatchObject([{ scope: 'account-2' }])
})
