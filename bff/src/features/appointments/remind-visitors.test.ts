import path from 'node:path'
import { instantAt } from '@one-visit/shared/appointments/rules'
import { SettableClock } from '../../../test/settable-clock'
import { testCrypto } from '../../../test/test-crypto'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { loadCountyPack } from '../../platform/county-pack'
import { valuesOf } from '../../platform/database'
import { newId } from '../../platform/ids'
import { createOutbox, payloadPurpose } from '../../platform/outbox'
import { OutboxMessage } from '../../platform/outbox-message.entity'
import { remindVisitors } from './remind-visitors'
import type { VisitNotice } from './visit-notices'
import { SEALED_VISIT } from './visitor'

const crypto = testCrypto()
const pack = loadCountyPack(path.join(__dirname, '../../../counties'), '430224')
const PHONE = '13800000001'

let database: TestDatabase
let clock: SettableClock
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock(new Date(instantAt('2026-11-23', '08:00')).toISOString())
})
afterEach(() => database.close())

const deps = () => ({ database, clock, crypto, pack, outbox: createOutbox({ crypto, clock }) })
const goTo = (date: string, time: string): void => {
  clock.advance(instantAt(date, time) - clock.now().getTime())
}

let numbers = 0
const newNumber = (): string => `1124${String((numbers += 1)).padStart(6, '0')}`

interface Booked {
  readonly date?: string
  readonly time?: string
  readonly status?: string
  /** Who is only known by phone otherwise. */
  readonly account?: string
  readonly people?: number
}

/** Books at the clock's time. */
async function book({ date = '2026-11-24', time = '10:00', status = 'booked', account, people = 1 }: Booked = {}): Promise<void> {
  const slotId = newId()
  const beginsAt = new Date(instantAt(date, time)).toISOString()
  const at = ['hall', 'household', date, time, '18:00', beginsAt]
  const phone = account === undefined ? crypto.seal(PHONE, SEALED_VISIT.phone) : null
  const visits = Array.from({ length: people }, (_, person) => [
    ...[newId(), newNumber(), slotId, ...at, status, `${slotId} ${String(person)}`],
    ...[1, account ?? null, phone, 0, 1, 'app', 'resident', 0, clock.now().toISOString()],
  ])
  await database.inTransaction(async (tx) => {
    await tx.sql`
      INSERT INTO appointment_slots (id, office_id, item_group, date, starts_at, ends_at, begins_at, windows, people_per_window,
        capacity, kept, booked, held, ordinary, state, set_by_staff)
      VALUES ${valuesOf([[slotId, ...at, 1, people, people, 0, people, 0, people, 'open', 0]])}`
    await tx.sql`
      INSERT INTO appointments (id, number, slot_id, office_id, item_group, date, starts_at, ends_at, begins_at, status, person_index,
        active_place, account_id, phone_sealed, elder, ordinary, channel, actor_kind, reminders, created_at)
      VALUES ${valuesOf(visits)}`
  })
}

/** What has been sent so far, oldest first. */
async function sent(): Promise<VisitNotice[]> {
  const rows = await database.read.find(OutboxMessage, { order: { id: 'ASC' } })
  return rows.map(({ topic, payload }) => JSON.parse(crypto.open(payload, payloadPurpose(topic))) as VisitNotice)
}
const titles = async (): Promise<string[]> => (await sent()).map(({ title }) => title)

const DAY_BEFORE = '提醒：您有预约'
const TWO_HOURS = '提醒：您的预约快到了'

async function remindAt(date: string, time: string): Promise<void> {
  goTo(date, time)
  await remindVisitors(deps())
}

test('a visit is told of at six the evening before and two hours before, once each', async () => {
  await book({ account: 'p1' })
  await remindAt('2026-11-23', '17:59')
  expect(await titles()).toEqual([])
  await remindAt('2026-11-23', '18:00')
  await remindAt('2026-11-23', '18:01')
  expect(await titles()).toEqual([DAY_BEFORE])
  await remindAt('2026-11-24', '07:59')
  expect(await titles()).toEqual([DAY_BEFORE])
  await remindAt('2026-11-24', '08:00')
  await remindAt('2026-11-24', '08:01')
  expect(await sent()).toMatchObject([
    { title: DAY_BEFORE, accountId: 'p1', reach: 'wechat' },
    { title: TWO_HOURS, accountId: 'p1', reach: 'urgent', body: expect.stringContaining('11月24日 周二 上午10:00') as string },
  ])
})

test('whoever has no account is told by the phone they gave', async () => {
  await book()
  await remindAt('2026-11-23', '18:00')
  expect(await sent()).toMatchObject([{ accountId: null, phone: PHONE }])
})

test('who booked after six is not told the same evening, but two hours before', async () => {
  goTo('2026-11-23', '18:00')
  clock.advance(1)
  await book({ account: 'p1' })
  await remindAt('2026-11-23', '19:00')
  expect(await titles()).toEqual([])
  await remindAt('2026-11-24', '08:00')
  expect(await titles()).toEqual([TWO_HOURS])
})

test('who booked less than two hours before is not told at all', async () => {
  goTo('2026-11-24', '08:30')
  await book({ account: 'p1' })
  await remindAt('2026-11-24', '08:31')
  await remindAt('2026-11-24', '09:59')
  expect(await titles()).toEqual([])
})

test.each(['cancelled', 'moved', 'checked_in', 'no_show'])('a visit that is %s is not told of', async (status) => {
  await book({ account: 'p1', status })
  await remindAt('2026-11-23', '18:00')
  await remindAt('2026-11-24', '08:00')
  expect(await titles()).toEqual([])
})

test('only visits of the next day are told of in the evening', async () => {
  await book({ account: 'p1', date: '2026-11-23', time: '20:30' })
  await book({ account: 'p2', date: '2026-11-24', time: '00:00' })
  await book({ account: 'p3', date: '2026-11-24', time: '23:59' })
  await book({ account: 'p4', date: '2026-11-25', time: '00:00' })
  await remindAt('2026-11-23', '18:29')
  expect((await sent()).map(({ accountId }) => accountId)).toEqual(['p2', 'p3'])
})

test('nobody is told between nine in the evening and seven in the morning', async () => {
  await book({ account: 'p1', time: '08:30' })
  await remindAt('2026-11-23', '21:00')
  await remindAt('2026-11-24', '06:59')
  expect(await titles()).toEqual([])
  await remindAt('2026-11-24', '07:00')
  expect(await titles()).toEqual([TWO_HOURS])
})

test('several processes at once tell each of many people once', async () => {
  await book({ people: 450 })
  goTo('2026-11-23', '18:00')
  await Promise.all([1, 2, 3].map(() => remindVisitors(deps())))
  const told = (await sent()).map(({ occasion }) => occasion)
  expect(told).toHaveLength(450)
  expect(new Set(told).size).toBe(450)
})

test('a process that dies on the way tells nobody, and the next one everybody', async () => {
  await book({ account: 'p1' })
  goTo('2026-11-23', '18:00')
  const enqueue = () => Promise.reject(new Error('killed'))
  await expect(remindVisitors({ ...deps(), outbox: { enqueue } })).rejects.toThrow('killed')
  expect(await titles()).toEqual([])
  await remindVisitors(deps())
  expect(await titles()).toEqual([DAY_BEFORE])
})
