import { SettableClock } from '../../../test/settable-clock'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database'
import type { Transaction } from '../../platform/database'
import { newId } from '../../platform/ids'
import { generateSlots } from './generate-slots'
import { type PlaceRequest, placeVisits } from './place-visits'
import { countIntoSlots, type SlotRow } from './slot-store'
import { smallCounty } from './testing/small-county'

const pack = smallCounty()
let database: TestDatabase
let clock: SettableClock
beforeEach(async () => {
  database = await openTestDatabase()
  clock = new SettableClock()
  await generateSlots({ database, pack, clock })
})
afterEach(() => database.close())

const slots = (count: number): Promise<SlotRow[]> =>
  database.read.sql<SlotRow[]>`SELECT * FROM appointment_slots WHERE date = ${'2026-11-25'} ORDER BY id LIMIT ${count}`

function requestFor(slot: SlotRow): PlaceRequest {
  const id = newId(clock.now())
  const sealed = { nameSealed: 'name', residentIdSealed: 'id', phoneSealed: null }
  return {
    ...{ slotId: slot.id, visitor: { accountId: id, personIndex: id, elder: false, ...sealed } as PlaceRequest['visitor'] },
    ...{ channel: 'app', actor: { kind: 'resident', id }, mandateId: null, standing: 'new', requestId: 'r1' },
    audit: { event: 'appointment_booked', data: {} },
  }
}

/** Each statement is a way there and back, while everybody else waits for the slots. */
it('places many people in many slots with a handful of statements, and counts each in its slot', async () => {
  const wanted = await slots(9)
  const twoInTheFirst = [...wanted, wanted[0]].flatMap((slot) => (slot ? [requestFor(slot)] : []))
  let statements = 0
  const counting = (tx: Transaction): Transaction => {
    const count =
      <A extends unknown[], T>(run: (...args: A) => T) =>
      (...args: A): T => {
        statements += 1
        return run(...args)
      }
    const counted = { sql: count(tx.sql.bind(tx)), affected: count(tx.affected.bind(tx)), lockRows: count(tx.lockRows.bind(tx)) }
    return Object.assign(Object.create(tx) as Transaction, counted)
  }
  const outcomes = await database.inTransaction((tx) => placeVisits({ clock, pack }, counting(tx), twoInTheFirst))
  expect(outcomes.map(({ ok }) => ok)).toEqual(twoInTheFirst.map(() => true))
  expect(statements).toBeLessThan(8)
  const after = await slots(9)
  expect(after.map(({ booked, ordinary }) => [booked, ordinary])).toEqual([[2, 2], ...wanted.slice(1).map(() => [1, 1])])
})

it('lets nothing stand when one of the slots would hold too many', async () => {
  const [first, second] = await slots(2)
  if (!first || !second) throw new Error('There are no slots.')
  const counts = [
    { slot: first, booked: 1, ordinary: 1 },
    { slot: second, booked: second.capacity + 1, ordinary: 0 },
  ]
  await expect(database.inTransaction((tx) => countIntoSlots(tx, counts))).rejects.toThrow('more people than it has places')
  expect((await slots(2)).map(({ booked }) => booked)).toEqual([0, 0])
})
