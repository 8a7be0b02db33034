import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import { SettableClock } from '../../../test/settable-clock'
import type { CountyPack } from '../../platform/county-pack'
import { generateSlots } from './generate-slots'
import type { SlotRow } from './slot-store'
import { smallCounty, withGroup } from './testing/small-county'

const PACK = smallCounty()
const HOUSEHOLD = { office: 'hall', group: 'household', date: '2026-11-25' }

let database: TestDatabase
let clock: SettableClock
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
})
afterEach(() => database.close())

const generate = (pack: CountyPack = PACK): Promise<void> => generateSlots({ database, pack, clock })
const everything = (): Promise<SlotRow[]> =>
  database.read.sql<SlotRow[]>`SELECT * FROM appointment_slots ORDER BY date, office_id, item_group, starts_at`
async function slots({ office, group, date } = HOUSEHOLD): Promise<SlotRow[]> {
  const rows = await everything()
  return rows.filter((row) => row.office_id === office && row.item_group === group && row.date === date)
}
const book = (slot: SlotRow, booked: number, held = 0): Promise<number> =>
  database.inTransaction(
    (tx) => tx.affected`UPDATE appointment_slots SET booked = ${booked}, held = ${held} WHERE id = ${slot.id}`,
  )

test('makes today, the thirteen days after it and one more, with capacity and what is kept', async () => {
  await generate()
  const rows = await everything()
  expect([rows[0]?.date, rows.at(-1)?.date]).toEqual(['2026-11-21', '2026-12-05'])
  const [first] = await slots()
  expect(first).toMatchObject({
    starts_at: '09:00',
    ends_at: '09:20',
    begins_at: '2026-11-25T01:00:00.000Z',
    windows: 3,
    people_per_window: 2,
    capacity: 6,
    kept: 1,
    booked: 0,
    held: 0,
    ordinary: 0,
    state: 'open',
    set_by_staff: 0,
  })
  expect(await slots()).toHaveLength(21)
})

test('a day later only the new day comes in; nothing else changes', async () => {
  await generate()
  const before = await everything()
  await generate()
  expect(await everything()).toEqual(before)
  clock.advance(2 * 86_400_000)
  await generate()
  const after = await everything()
  expect(after.slice(0, before.length)).toEqual(before)
  expect([...new Set(after.slice(before.length).map(({ date }) => date))]).toEqual(['2026-12-07'])
})

test('writes nothing when nothing changed', async () => {
  await generate()
  const refusing = { ...database, inTransaction: () => Promise.reject(new Error('a write')) }
  await expect(generateSlots({ database: refusing, pack: PACK, clock })).resolves.toBeUndefined()
})

test('two at a time make each slot once', async () => {
  await Promise.all([generate(), generate(), generate()])
  const rows = await everything()
  const alone = new Set(rows.map((row) => `${row.office_id} ${row.item_group} ${row.date} ${row.starts_at}`))
  expect(alone.size).toBe(rows.length)
  expect(rows.length).toBeGreaterThan(1000)
  await Promise.all([generate(withGroup(PACK, 'household', { open: 4 })), generate(withGroup(PACK, 'household', { open: 4 }))])
  expect((await slots()).every(({ windows, capacity }) => windows === 4 && capacity === 8)).toBe(true)
})

test('a pack with more or fewer windows changes places, but never below what is booked or held', async () => {
  await generate()
  const [first, second] = await slots()
  await book(first!, 4, 1)
  await generate(withGroup(PACK, 'household', { open: 1 }))
  const [fuller, other] = await slots()
  expect(fuller).toEqual({ ...first, windows: 1, capacity: 5, kept: 0, booked: 4, held: 1 })
  expect(other).toEqual({ ...second, windows: 1, capacity: 2, kept: 0 })
  await book(first!, 1, 0)
  await generate(withGroup(PACK, 'household', { open: 1 }))
  expect(await slots()).toMatchObject([{ capacity: 2, booked: 1 }, { capacity: 2 }, ...Array.from({ length: 19 }, () => ({}))])
  await generate(withGroup(PACK, 'household', { open: 4, peoplePerWindow: 5 }))
  expect(await slots()).toMatchObject([
    { capacity: 20, kept: 4, booked: 1 },
    ...Array.from({ length: 20 }, () => ({ capacity: 20 })),
  ])
})

test('times that the pack no longer has are closed, keep who is booked, and open again when it has them again', async () => {
  await generate()
  const before = await slots()
  const [nine, twentyPast] = before
  await book(twentyPast!, 2)
  const longer = withGroup(PACK, 'household', { slotMinutes: 30 })
  await generate(longer)
  const after = await slots()
  expect(after.filter(({ state }) => state === 'open')).toHaveLength(14)
  expect(after.find(({ id }) => id === nine!.id)).toMatchObject({ ends_at: '09:30', capacity: 6, state: 'open' })
  expect(after.find(({ id }) => id === twentyPast!.id)).toMatchObject({ state: 'closed', capacity: 2, booked: 2 })
  expect(after.find(({ starts_at }) => starts_at === '09:40')).toMatchObject({ state: 'closed', capacity: 0, windows: 0 })
  await generate()
  const again = await slots()
  expect(again.filter(({ state }) => state === 'open')).toEqual(
    before.map((row) => (row.id === twentyPast!.id ? { ...row, booked: 2 } : row)),
  )
})

test('an office that the pack no longer has is closed', async () => {
  await generate()
  const [hall, , gone] = PACK.offices
  await generate({ ...PACK, offices: PACK.offices.filter(({ id }) => id !== gone!.id) })
  const states = (rows: SlotRow[], office: string): string[] => [
    ...new Set(rows.filter(({ office_id }) => office_id === office).map(({ state }) => state)),
  ]
  const rows = await everything()
  expect([states(rows, hall!.id), states(rows, gone!.id)]).toEqual([['open'], ['closed']])
})

test('a day that the county closes is closed, others stay', async () => {
  await generate()
  const closed = { date: '2026-11-25', kind: 'closed' as const, reason: '停电检修。' }
  await generate({ ...PACK, opening: { ...PACK.opening, overrides: [closed as never] } })
  expect(new Set((await slots()).map(({ state }) => state))).toEqual(new Set(['closed']))
  expect(new Set((await slots({ ...HOUSEHOLD, date: '2026-11-26' })).map(({ state }) => state))).toEqual(new Set(['open']))
})

test('what staff have set is left alone', async () => {
  await generate()
  const [first, second] = await slots()
  await database.inTransaction(async (tx) => {
    await tx.affected`UPDATE appointment_slots SET windows = 5, capacity = 10, set_by_staff = 1 WHERE id = ${first!.id}`
    await tx.affected`UPDATE appointment_slots SET state = 'closed', set_by_staff = 1 WHERE id = ${second!.id}`
  })
  const set = (await slots()).slice(0, 2)
  await generate(withGroup(PACK, 'household', { open: 1, slotMinutes: 60 }))
  expect((await slots()).slice(0, 2)).toEqual(set)
})

test('days that are over are not touched', async () => {
  await generate()
  const today = { ...HOUSEHOLD, date: '2026-11-21' }
  const before = await slots(today)
  clock.advance(86_400_000)
  await generate(withGroup(PACK, 'household', { open: 9 }))
  expect(await slots(today)).toEqual(before)
})
