import { pino } from 'pino'
import { isMadeByAny } from '../../test/made-by-any'
import { SettableClock } from '../../test/settable-clock'
import { testCrypto } from '../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../test/test-database'
import { countOutbox, createOutbox, type NewMessage } from './outbox'
import { deliverOutbox, OUTBOX_ATTEMPTS, type OutboxDeps, outboxJob } from './outbox-delivery'
import { OutboxMessage } from './outbox-message.entity'

let database: TestDatabase
let clock: SettableClock
let deps: OutboxDeps
let sent: unknown[]
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
  deps = { database, clock, crypto: testCrypto(), logger: pino({ level: 'silent' }) }
  sent = []
})
afterEach(() => database.close())

const MINUTE = 60_000
const signal = new AbortController().signal
const enqueue = (message: Partial<NewMessage> = {}) =>
  database.inTransaction((tx) => createOutbox(deps).enqueue(tx, { topic: 'greet', payload: { name: '张三' }, ...message }))
const keep = (payload: unknown): Promise<void> => Promise.resolve(void sent.push(payload))
const deliver = (handler = keep): Promise<void> => deliverOutbox(deps, { greet: handler }, signal)
const fail = (): Promise<void> => Promise.reject(new TypeError('no route to 13800000000'))

it('delivers what was committed, once, and keeps nothing of it', async () => {
  await enqueue()
  await deliver()
  await deliver()
  expect(sent).toEqual([{ name: '张三' }])
  expect(await database.read.find(OutboxMessage)).toMatchObject([{ status: 'sent', payload: '', attempts: 1 }])
})

it('hands on a signal that stays in no other one', async () => {
  await enqueue()
  const signals: AbortSignal[] = []
  await deliverOutbox(deps, { greet: (_, meta) => Promise.resolve(void signals.push(meta.signal)) }, signal)
  expect(signals.map(isMadeByAny)).toEqual([false])
})

it('delivers nothing for a write that was rolled back', async () => {
  const work = database.inTransaction(async (tx) => {
    await createOutbox(deps).enqueue(tx, { topic: 'greet', payload: {} })
    throw new Error('rolled back')
  })
  await expect(work).rejects.toThrow('rolled back')
  await deliver()
  expect(sent).toEqual([])
})

it('keeps the payload encrypted until it is sent', async () => {
  await enqueue()
  const [message] = await database.read.find(OutboxMessage)
  expect(message?.payload).toMatch(/^v1\./)
})

it('takes a message with the same dedupe key once, and any number without', async () => {
  await enqueue({ dedupeKey: 'case:1' })
  await enqueue({ dedupeKey: 'case:1' })
  await enqueue()
  await enqueue()
  await deliver()
  expect(sent).toHaveLength(3)
})

it('waits for the time given', async () => {
  await enqueue({ notBefore: new Date(clock.now().getTime() + MINUTE) })
  await deliver()
  expect(sent).toEqual([])
  clock.advance(MINUTE)
  await deliver()
  expect(sent).toHaveLength(1)
})

it('delivers each message once when several processes deliver at once', async () => {
  for (let index = 0; index < 50; index += 1) await enqueue({ payload: { index } })
  await Promise.all([deliver(), deliver(), deliver()])
  await deliver()
  expect(sent).toHaveLength(50)
})

it('tries again after a failure, later each time, with the same id and no trace of the error text', async () => {
  await enqueue()
  const metas: { id: string; attempt: number }[] = []
  const failing = (_payload: unknown, meta: { id: string; attempt: number }): Promise<void> => {
    metas.push(meta)
    return fail()
  }
  for (const wait of [0, 5_000, 10_000, 20_000]) {
    clock.advance(wait)
    await deliverOutbox(deps, { greet: failing }, signal)
    await deliverOutbox(deps, { greet: failing }, signal)
  }
  expect(metas.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4])
  expect(new Set(metas.map(({ id }) => id)).size).toBe(1)
  expect(await database.read.find(OutboxMessage)).toMatchObject([{ status: 'waiting', lastError: 'TypeError' }])
  clock.advance(MINUTE)
  await deliver()
  expect(sent).toHaveLength(1)
})

it('gives up after the last attempt, keeps the message and counts it', async () => {
  await enqueue()
  await enqueue({ notBefore: new Date(clock.now().getTime() + 1_000 * 3_600_000) })
  for (let attempt = 1; attempt <= OUTBOX_ATTEMPTS + 1; attempt += 1) {
    await deliver(fail)
    clock.advance(3_600_000)
  }
  expect(await countOutbox(database.read)).toEqual({ waiting: 1, dead: 1 })
  const [dead] = await database.read.findBy(OutboxMessage, { status: 'dead' })
  expect(dead).toMatchObject({ attempts: OUTBOX_ATTEMPTS })
  expect(dead?.payload).not.toBe('')
})

it('delivers again what was under way when its process was killed', async () => {
  await enqueue()
  let started: () => void
  const underWay = new Promise<void>((resolve) => (started = resolve))
  let answer: () => void
  const hanging = deliver(() => {
    started()
    return new Promise<void>((resolve) => (answer = resolve))
  })
  await underWay
  await deliver()
  expect(sent).toEqual([])
  clock.advance(MINUTE)
  await deliver()
  expect(sent).toHaveLength(1)
  answer!()
  await hanging
  expect(await countOutbox(database.read)).toEqual({ waiting: 0, dead: 0 })
})

it('does not let one message that fails hold up the others', async () => {
  await enqueue({ topic: 'unknown' })
  await enqueue()
  await deliver()
  expect(sent).toHaveLength(1)
  expect(await countOutbox(database.read)).toEqual({ waiting: 1, dead: 0 })
})

it('forgets what was sent a week ago', async () => {
  await enqueue({ dedupeKey: 'case:1' })
  await deliver()
  clock.advance(7 * 24 * 60 * MINUTE + 1)
  await outboxJob(deps, { greet: keep }).run(signal)
  expect(await database.read.countBy(OutboxMessage, {})).toBe(0)
})
