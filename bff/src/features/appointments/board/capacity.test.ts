import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { countsOf, openSlots, residents, shrinkSlot, slotAt } from '../../../../test/visits'
import { generateSlots } from '../generate-slots'

let server: TestServer
let clerk: StaffSession
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
  clerk = await signInStaff(server)
})
afterEach(() => server.close())

const range = {
  ...{ office: 'hall', itemGroup: 'general', date: '2026-11-23' as LocalDate },
  ...{ from: '09:00', to: '09:30', reason: '加开窗口' },
}
const change = (more: object = {}) => ({
  token: clerk.token,
  body: { ...range, windows: 4, peoplePerWindow: 2, ...more },
})
const pause = (paused: boolean, more: object = {}) => ({ token: clerk.token, body: { ...range, paused, ...more } })
const book = (token: string | undefined, slotId: string) =>
  server.call('POST /v1/appointments', { token: token ?? '', body: { slotId } })

test('a spare window opens for the slots of the range, at once for everybody, and stays open', async () => {
  const { slots } = await server.call('POST /v1/staff/capacity-changes', change())
  expect(slots.map(({ startsAt, windows, capacity, free }) => ({ startsAt, windows, capacity, free }))).toEqual([
    { startsAt: '09:00', windows: 4, capacity: 8, free: 8 },
    { startsAt: '09:15', windows: 4, capacity: 8, free: 8 },
  ])
  expect((await slotAt(server, 0)).freeForElders).toBe(8)
  await generateSlots(server.deps)
  expect((await slotAt(server, 0)).freeForElders).toBe(8)
  expect((await slotAt(server, 2)).freeForElders).toBe(4)
})

test('there are no more windows than the pack has', async () => {
  expect(await server.refused('POST /v1/staff/capacity-changes', change({ windows: 5 }))).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'windows', message: '这里最多开 4 个窗口' }],
  })
})

test('never below what is booked: nothing changes, and it is said when how many come', async () => {
  const second = await slotAt(server, 1)
  for (const { token } of await residents(server, 3)) await book(token, second.id)
  const refusal = await server.refused('POST /v1/staff/capacity-changes', change({ windows: 1 }))
  expect(refusal).toMatchObject({ code: 'slot_has_bookings', detail: '09:15 已约 3 人，多于 2 人，所以都没有改。' })
  expect((await slotAt(server, 0)).freeForElders).toBe(4)
  const enough = await server.call('POST /v1/staff/capacity-changes', change({ windows: 3, peoplePerWindow: 1 }))
  expect(enough.slots[1]).toMatchObject({ capacity: 3, free: 0 })
})

test('a place that was given up just now does not stand against fewer windows', async () => {
  const { id } = await slotAt(server, 0)
  const people = await residents(server, 3)
  const booked = await Promise.all(people.map(({ token }) => book(token, id)))
  expect(await server.refused('POST /v1/staff/capacity-changes', change({ windows: 1 }))).toMatchObject({
    code: 'slot_has_bookings',
  })
  await server.call('POST /v1/staff/appointments/:id/move', {
    token: clerk.token,
    params: { id: booked[1]?.id ?? '' },
    body: { slotId: (await slotAt(server, 4)).id, reason: '窗口减少' },
  })
  const board = () => server.call('GET /v1/staff/board', { token: clerk.token, query: { office: 'hall', date: range.date } })
  expect((await board()).slots.find((slot) => slot.id === id)).toMatchObject({ booked: 2, held: 1, cooling: 1 })
  const { slots } = await server.call('POST /v1/staff/capacity-changes', change({ windows: 1 }))
  expect(slots[0]).toMatchObject({ capacity: 2, booked: 2, held: 0, cooling: 0, free: 0 })
  expect((await countsOf(server, id)).said).toEqual((await countsOf(server, id)).true)
})

test('new places go to people who wait first', async () => {
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 1)
  const [, first, second] = await residents(server, 3)
  await book(first?.token, id)
  await server.call('POST /v1/waiting-entries', { token: second?.token ?? '', body: { slotId: id } })
  await server.call('POST /v1/staff/capacity-changes', change({ windows: 2, peoplePerWindow: 1 }))
  const { items } = await server.call('GET /v1/waiting-entries', { token: second?.token ?? '' })
  expect(items).toMatchObject([{ status: 'offered', slotId: id }])
  expect((await countsOf(server, id)).said).toEqual((await countsOf(server, id)).true)
})

test('a capacity change and bookings at the same moment never leave too many people', async () => {
  const { id } = await slotAt(server, 0)
  const people = await residents(server, 4)
  await Promise.allSettled([
    ...people.map(({ token }) => book(token, id)),
    server.call('POST /v1/staff/capacity-changes', change({ windows: 1, peoplePerWindow: 2 })),
  ])
  const [slot] = await server.database.read.sql<{ capacity: number; booked: number }[]>`
    SELECT capacity, booked FROM appointment_slots WHERE id = ${id}`
  expect(slot?.booked).toBeLessThanOrEqual(slot?.capacity ?? 0)
  expect((await countsOf(server, id)).said).toEqual((await countsOf(server, id)).true)
})

test('a pause stops booking and keeps who has booked; resuming lets it go on', async () => {
  const { id } = await slotAt(server, 0)
  const [, first, second] = await residents(server, 3)
  await book(first?.token, id)
  const { slots } = await server.call('POST /v1/staff/slot-pauses', pause(true))
  expect(slots).toMatchObject([{ state: 'paused', booked: 1 }, { state: 'paused' }])
  const refused = { token: second?.token ?? '', body: { slotId: id } }
  expect(await server.refused('POST /v1/appointments', refused)).toMatchObject({ code: 'slot_closed' })
  expect(await server.call('POST /v1/staff/slot-pauses', pause(false))).toMatchObject({ slots: [{ state: 'open' }, {}] })
  await book(second?.token, id)
})

test('slots that have ended stay as they were, and a range without slots is not found', async () => {
  const today = { itemGroup: 'household', date: '2026-11-21', windows: 3 }
  server.clock.advance(20 * 60_000)
  const wide = await server.call('POST /v1/staff/capacity-changes', change({ ...today, from: '09:00', to: '10:00' }))
  expect(wide.slots.map(({ startsAt }) => startsAt)).toEqual(['09:20', '09:40'])
  const past = change({ ...today, from: '09:00', to: '09:20' })
  expect(await server.refused('POST /v1/staff/capacity-changes', past)).toMatchObject({ code: 'not_found' })
  expect(await server.refused('POST /v1/staff/slot-pauses', pause(true, { from: '20:00', to: '21:00' }))).toMatchObject({
    code: 'not_found',
  })
})

test('nobody changes another office, nor a group that is not done there', async () => {
  const township = await signInStaff(server, 'township-clerk')
  const away = { token: township.token }
  expect(await server.refused('POST /v1/staff/capacity-changes', { ...change(), ...away })).toMatchObject({ code: 'not_allowed' })
  expect(await server.refused('POST /v1/staff/slot-pauses', { ...pause(true), ...away })).toMatchObject({ code: 'not_allowed' })
  const volunteer = await signInStaff(server, 'volunteer')
  const unpaid = { token: volunteer.token }
  expect(await server.refused('POST /v1/staff/slot-pauses', { ...pause(true), ...unpaid })).toMatchObject({ code: 'not_allowed' })
  const own = { ...change({ office: 'xiadong', itemGroup: 'household' }), ...away }
  expect(await server.refused('POST /v1/staff/capacity-changes', own)).toMatchObject({ code: 'not_found' })
})

test('who changed what and why is in the audit', async () => {
  await server.call('POST /v1/staff/capacity-changes', change())
  await server.call('POST /v1/staff/slot-pauses', pause(true, { reason: '系统检修' }))
  const records = await server.database.read.sql<{ actor_kind: string; actor_id: string; event: string; data: string }[]>`
    SELECT actor_kind, actor_id, event, data FROM audit_records
    WHERE event IN ('slot_capacity_changed', 'slot_pause_changed') ORDER BY id`
  expect(records.map(({ data, ...record }) => ({ ...record, ...(JSON.parse(data) as object) }))).toMatchObject([
    { actor_kind: 'staff', actor_id: clerk.staffId, event: 'slot_capacity_changed', from: '2x2', to: '4x2', reason: '加开窗口' },
    { actor_id: clerk.staffId, event: 'slot_pause_changed', to: 'paused', times: '09:00-09:30', reason: '系统检修' },
  ])
})
