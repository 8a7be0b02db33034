import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { SettableClock } from '../../../test/settable-clock'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Database } from '../../platform/database'
import { generateSlots } from './generate-slots'
import { listSlots } from './slot-list'
import { createSlotLists, slotListShortcut, type SlotLists } from './slot-lists'
import { smallCounty } from './testing/small-county'

const PACK = smallCounty()
const QUERY = { office: 'hall', itemGroup: 'household', date: '2026-11-25' as LocalDate }
const PLACE = { officeId: 'hall', itemGroup: 'household', date: QUERY.date }
const URL = '/v1/slots?office=hall&itemGroup=household&date=2026-11-25'

let database: TestDatabase
let clock: SettableClock
beforeAll(async () => {
  database = await openTestDatabase()
  await generateSlots({ database, pack: PACK, clock: new SettableClock() })
})
afterAll(() => database.close())

let reads: number
let atGate: number
let gate: Promise<void>
/** The real database; its reads are counted, and their rows wait at the gate on their way back. */
function watched(): Database {
  const sql = async (...args: Parameters<Database['read']['sql']>): Promise<never> => {
    reads += 1
    const rows = await database.read.sql(...args)
    atGate += 1
    await gate
    return rows as never
  }
  return { ...database, read: Object.assign(Object.create(database.read) as Database['read'], { sql }) }
}

let lists: SlotLists
beforeEach(async () => {
  reads = 0
  atGate = 0
  gate = Promise.resolve()
  clock = new SettableClock()
  lists = createSlotLists({ database: watched(), pack: PACK, clock })
  await book(0)
})

const book = (booked: number): Promise<number> =>
  database.inTransaction(
    (tx) =>
      tx.affected`UPDATE appointment_slots SET booked = ${booked} WHERE office_id = 'hall' AND item_group = 'household'
      AND date = ${QUERY.date} AND starts_at = '09:00'`,
  )
const freeAtNine = async (): Promise<number> => {
  const { body } = await lists.get(QUERY)
  return (JSON.parse(body.toString()) as Awaited<ReturnType<typeof listSlots>>).items[0]!.freeForElders
}

test('keeps the very text of the list, and reads it once', async () => {
  const { body, etag } = await lists.get(QUERY)
  expect(JSON.parse(body.toString())).toEqual(await listSlots({ database, pack: PACK, clock }, QUERY))
  expect(etag).toMatch(/^"[\w-]{22}"$/)
  expect(lists.find(QUERY)?.body).toBe(body)
  expect(await lists.get(QUERY)).toBe(lists.find(QUERY))
  expect(reads).toBe(1)
})

test('people who ask at the same time share one query', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 20 }, () => lists.get(QUERY)))
  expect(others.every((reply) => reply === first)).toBe(true)
  expect(reads).toBe(1)
})

test('a change is seen by whoever asks after it; lists of other places stay', async () => {
  const other = { ...QUERY, date: '2026-11-26' as LocalDate }
  expect(await freeAtNine()).toBe(6)
  const kept = await lists.get(other)
  await book(2)
  lists.changed(PLACE)
  expect(lists.find(QUERY)).toBeNull()
  expect(await freeAtNine()).toBe(4)
  expect(lists.find(other)).toBe(kept)
})

test('what was read before a change is not kept after it, and not given to who asks after it', async () => {
  let open = (): void => undefined
  gate = new Promise((resolve) => (open = resolve))
  const before = freeAtNine()
  while (atGate === 0) await new Promise((resolve) => setImmediate(resolve))
  await book(3)
  lists.changed(PLACE)
  const after = freeAtNine()
  open()
  expect([await before, await after]).toEqual([6, 3])
  expect(await freeAtNine()).toBe(3)
  expect(reads).toBe(2)
})

test('is read again after a second, for what changes without a word', async () => {
  expect(await freeAtNine()).toBe(6)
  await book(5)
  clock.advance(999)
  expect(await freeAtNine()).toBe(6)
  clock.advance(1)
  expect(lists.find(QUERY)).toBeNull()
  expect(await freeAtNine()).toBe(1)
})

test('is read again when the clock was set back', async () => {
  await lists.get(QUERY)
  clock.advance(-1)
  expect(lists.find(QUERY)).toBeNull()
})

test('a failure is told to those who wait and is not kept', async () => {
  gate = Promise.reject(new Error('no connection'))
  await expect(Promise.all([lists.get(QUERY), lists.get(QUERY)])).rejects.toThrow('no connection')
  gate = Promise.resolve()
  expect(await freeAtNine()).toBe(6)
  await expect(lists.get({ ...QUERY, office: 'nowhere' })).rejects.toMatchObject({ code: 'not_found' })
})

test('does not grow without end', async () => {
  const few = createSlotLists({ database, pack: PACK, clock }, 3)
  const on = (day: number) => ({ ...QUERY, date: `2026-12-0${day}` as LocalDate })
  for (const day of [1, 2, 3, 4]) await few.get(on(day))
  expect([1, 2, 3, 4].map((day) => few.find(on(day)) !== null)).toEqual([false, true, true, true])
})

describe('the shortcut', () => {
  test('reads a list by the address as the app writes it, and again from what is kept', async () => {
    const { find } = slotListShortcut(lists)
    const first = await find(URL)?.()
    expect(first).toBe(lists.find(QUERY))
    expect(find(URL)?.()).toBe(first)
  })

  test.each([
    '/v1/slots',
    '/v1/slots?office=hall&date=2026-11-25&itemGroup=household',
    `${URL}&page=2`,
    `${URL}&office=hall`,
    `http://localhost${URL}`,
    URL.replace('hall', 'h%61ll'),
    URL.replace('slots', 'slots/'),
    `${URL}#top`,
    URL.replace('11-25', '11-31'),
  ])('leaves %s to Koa', async (url) => {
    await lists.get(QUERY)
    expect(slotListShortcut(lists).find(url)).toBeNull()
  })
})
