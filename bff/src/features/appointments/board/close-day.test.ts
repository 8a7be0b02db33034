import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { signInVerified } from '../../../../test/people'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { countsOf, openSlots, residents, shrinkSlot, slotAt, slotsOf } from '../../../../test/visits'
import type { Database } from '../../../platform/database'
import type { Once } from '../../../platform/http/handler-types'
import { createOutbox } from '../../../platform/outbox'
import { generateSlots } from '../generate-slots'
import { closeDay } from './close-day'

let server: TestServer
let clerk: StaffSession
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
  clerk = await signInStaff(server)
})
afterEach(() => server.close())

const MONDAY = '2026-11-23' as LocalDate
const reason = '停电检修'
const closure = (more: object = {}) => ({ token: clerk.token, body: { office: 'hall', date: MONDAY, reason, ...more } })
const close = (more?: object) => server.call('POST /v1/staff/day-closures', closure(more))

const book = (token: string | undefined, slotId: string) =>
  server.call('POST /v1/appointments', { token: token ?? '', body: { slotId } })

/** Books people into the first slots of the day, three into each; every fourth of them is elderly. */
async function bookAll(people: readonly { readonly token: string }[]): Promise<{ token: string; id: string }[]> {
  const slots = await slotsOf(server)
  const booked: { token: string; id: string }[] = []
  for (const [index, { token }] of people.entries()) {
    const slot = slots[Math.floor(index / 3)]
    booked.push({ token, id: (await book(token, slot?.id ?? '')).id })
  }
  return booked
}

const bookMany = async (count: number) => bookAll(await residents(server, count))

async function expectTrueCounts(): Promise<void> {
  const slots = await server.database.read.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots WHERE item_group = 'general' AND (booked > 0 OR held > 0 OR state = 'closed')`
  for (const { id } of slots) {
    const counts = await countsOf(server, id)
    expect(counts.said).toEqual(counts.true)
  }
}

const waitingOf = async (token: string) => (await server.call('GET /v1/waiting-entries', { token })).items

test('everybody of a closed day has another time kept and is told; nobody can book there any more', async () => {
  const people = await bookMany(40)
  expect(await close()).toEqual({ cancelled: 40, offered: 40, told: 0 })
  for (const { token, id } of people) {
    const visit = await server.call('GET /v1/appointments/:id', { token, params: { id } })
    expect(visit).toMatchObject({ status: 'cancelled', endedReason: reason })
    const [offer] = await waitingOf(token)
    expect(offer).toMatchObject({ cause: 'office_closed', status: 'offered', office: { id: 'hall' }, date: '2026-11-24' })
    expect(offer?.offerEndsAt).toBe('2026-11-22T01:02:03.000Z')
  }
  const query = { office: 'hall', itemGroup: 'general', date: MONDAY }
  expect(await server.call('GET /v1/slots', { query })).toMatchObject({ day: { state: 'closed' }, items: [] })
  await expectTrueCounts()
  await server.runJob('outbox')
  const { items: messages } = await server.call('GET /v1/messages', { token: people[0]?.token ?? '', query: {} })
  expect(messages.map(({ title }) => title)).toContain('您的预约要换时间')
})

test('the person takes the offered time in the app, and it does not count as a cancellation', async () => {
  const [person] = await bookMany(1)
  await close()
  const [offer] = await waitingOf(person?.token ?? '')
  const params = { id: offer?.id ?? '' }
  const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', { token: person?.token ?? '', params })
  expect(taken).toMatchObject({ status: 'booked', date: '2026-11-24' })
  expect(await server.call('GET /v1/appointments', { token: person?.token ?? '' })).toMatchObject({ pausedUntil: null })
  await expectTrueCounts()
})

test('what was promised is kept also to somebody whose booking is paused by now', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  await book(token, (await slotAt(server, 0)).id)
  for (let round = 0; round < 3; round += 1) {
    const { id } = await book(token, (await slotAt(server, round, { itemGroup: 'vehicle' })).id)
    await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
  }
  await close()
  const [offer] = await waitingOf(token)
  const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', { token, params: { id: offer?.id ?? '' } })
  expect(taken).toMatchObject({ status: 'booked' })
})

test('somebody who is in the line of the nearest free time already is offered another', async () => {
  const [waits, has] = await residents(server, 2)
  await book(waits?.token, (await slotAt(server, 0)).id)
  const nearest = await slotAt(server, 0, { date: '2026-11-24' })
  await shrinkSlot(server, nearest.id, 1)
  await book(has?.token, nearest.id)
  const token = waits?.token ?? ''
  await server.call('POST /v1/waiting-entries', { token, body: { slotId: nearest.id } })
  await shrinkSlot(server, nearest.id, 5)
  expect(await close()).toEqual({ cancelled: 1, offered: 1, told: 0 })
  const entries = await waitingOf(token)
  expect(entries.map(({ cause, status }) => [cause, status])).toEqual([
    ['office_closed', 'offered'],
    ['freed', 'waiting'],
  ])
  expect(new Set(entries.map(({ slotId }) => slotId)).size).toBe(2)
  await expectTrueCounts()
})

test('an offer that nobody takes ends, and its place is free again', async () => {
  const [person] = await bookMany(1)
  await close()
  server.clock.advance(25 * 3_600_000)
  await server.runJob('visit-offers')
  expect(await waitingOf(person?.token ?? '')).toMatchObject([{ status: 'expired' }])
  await expectTrueCounts()
})

test('a double tap closes once and answers the same; a second closing finds nothing left', async () => {
  await bookMany(30)
  const input = { ...closure(), idempotencyKey: randomUUID() }
  const taps = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/day-closures', input)))
  expect(taps).toEqual([
    { cancelled: 30, offered: 30, told: 0 },
    { cancelled: 30, offered: 30, told: 0 },
  ])
  server.clock.advance(1_000)
  expect(await close()).toEqual({ cancelled: 0, offered: 0, told: 0 })
  await expectTrueCounts()
})

test('the nearest time at the own office comes first, then other offices; who gets none is told', async () => {
  const { pack } = server.deps
  await generateSlots({
    ...server.deps,
    pack: { ...pack, offices: pack.offices.filter(({ id }) => id === 'hall' || id === 'xiadong') },
  })
  const people = await bookMany(4)
  const keep = async (office: string, date: string, places: number) => {
    const [slot] = await server.database.read.sql<{ id: string }[]>`
      SELECT id FROM appointment_slots WHERE office_id = ${office} AND date = ${date} AND item_group = 'general' ORDER BY starts_at`
    await shrinkSlot(server, slot?.id ?? '', places)
  }
  await server.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = 0, capacity = 0, kept = 0 WHERE item_group = 'general' AND booked = 0`,
  )
  await keep('hall', '2026-11-26', 1)
  await keep('hall', '2026-11-30', 1)
  await keep('xiadong', '2026-11-24', 1)
  expect(await close()).toEqual({ cancelled: 4, offered: 3, told: 1 })
  const offers = await Promise.all(people.map(async ({ token }) => (await waitingOf(token))[0]))
  expect(offers.map((offer) => offer && [offer.office.id, offer.date])).toEqual([
    ['hall', '2026-11-26'],
    ['hall', '2026-11-30'],
    ['xiadong', '2026-11-24'],
    undefined,
  ])
  await server.runJob('outbox')
  const { items } = await server.call('GET /v1/messages', { token: people[3]?.token ?? '', query: {} })
  expect(items).toContainEqual(expect.objectContaining({ title: '您的预约取消了', body: expect.stringContaining('约满') }))
  await expectTrueCounts()
})

test('places kept for elderly people are not offered to others', async () => {
  const people = await bookMany(2)
  await server.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = 0, capacity = 0, kept = 0 WHERE item_group = 'general' AND booked = 0`,
  )
  const [slot] = await server.database.read.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots WHERE office_id = 'hall' AND date = '2026-11-27' AND item_group = 'general' LIMIT 1`
  await shrinkSlot(server, slot?.id ?? '', 2, 2)
  expect(await close()).toEqual({ cancelled: 2, offered: 1, told: 1 })
  expect(await waitingOf(people[0]?.token ?? '')).toMatchObject([{ status: 'offered' }])
  expect(await waitingOf(people[1]?.token ?? '')).toEqual([])
})

test('a day that was closed by mistake opens again, and people book there again', async () => {
  const [visit] = await bookMany(1)
  await close()
  const body = { office: 'hall', itemGroup: 'general', date: MONDAY, from: '09:00', to: '17:00', reason: '修好了', paused: false }
  await server.call('POST /v1/staff/slot-pauses', { token: clerk.token, body })
  expect((await slotsOf(server)).every(({ state, free }) => state === 'open' && free > 0)).toBe(true)
  await book(visit?.token, (await slotAt(server, 0)).id)
  await expectTrueCounts()
})

test('who waits for the closed day waits no longer, and is told', async () => {
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 1)
  const [, first] = await residents(server, 2)
  await book(first?.token, id)
  const { token } = await signInVerified(server, 'lixiaohong')
  await server.call('POST /v1/waiting-entries', { token, body: { slotId: id } })
  await close()
  expect(await waitingOf(token)).toMatchObject([{ status: 'expired', cause: 'freed' }])
  await server.runJob('outbox')
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  expect(items.map(({ title }) => title)).toContain('您等的时间停办了')
  await expectTrueCounts()
})

test('closing the rest of today: who has checked in is offered another time, who is being served stays', async () => {
  const today = { itemGroup: 'household', date: '2026-11-21' }
  const [first, second] = await residents(server, 2)
  const visits = [
    await book(first?.token, (await slotAt(server, 1, today)).id),
    await book(second?.token, (await slotAt(server, 2, today)).id),
  ]
  for (const { number } of visits) {
    const body = { office: 'hall', by: 'number' as const, value: number }
    await server.call('POST /v1/staff/check-ins', { token: clerk.token, body })
  }
  const serving = { token: clerk.token, params: { id: visits[0]?.id ?? '' } }
  await server.call('POST /v1/staff/appointments/:id/status', { ...serving, body: { to: 'serving', window: '1' } })
  expect(await close({ date: '2026-11-21' })).toEqual({ cancelled: 1, offered: 1, told: 0 })
  const done = await server.call('POST /v1/staff/appointments/:id/status', { ...serving, body: { to: 'done', window: null } })
  expect(done).toMatchObject({ status: 'done' })
})

/** A database that dies after so many transactions. */
function dyingDatabase(database: Database, after: number): Database {
  let left = after
  return {
    ...database,
    inTransaction: (work) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : database.inTransaction(work)),
  }
}

test('a closing whose process is killed on the way is finished by the message it left', async () => {
  const people = await bookMany(60)
  const deps = { ...server.deps, outbox: createOutbox(server.deps), database: dyingDatabase(server.database, 1) }
  const staff = { kind: 'staff', role: 'clerk', sessionId: '', staffId: clerk.staffId, officeId: 'hall' } as const
  const act = { staff, requestId: randomUUID(), at: server.clock.now() }
  const once = ((work) => server.database.inTransaction(work)) as Once
  await expect(closeDay(deps, act, { office: 'hall', date: MONDAY, reason }, once)).rejects.toThrow('killed')
  const statuses = async () => {
    const rows = await server.database.read.sql<{ status: string; visits: number }[]>`
      SELECT status, CAST(count(*) AS integer) AS visits FROM appointments GROUP BY status`
    return Object.fromEntries(rows.map(({ status, visits }) => [status, visits]))
  }
  expect((await statuses())['booked']).toBeGreaterThan(0)
  expect((await statuses())['cancelled']).toBeGreaterThan(0)
  server.clock.advance(60_000)
  await server.runJob('outbox')
  expect(await statuses()).toEqual({ cancelled: 60 })
  for (const { token } of people) expect(await waitingOf(token)).toMatchObject([{ status: 'offered' }])
  await expectTrueCounts()
})

test('bookings elsewhere and the closing at the same moment never leave too many people', async () => {
  const people = await residents(server, 32)
  await bookAll(people.slice(0, 20))
  const tuesday = await slotsOf(server, { date: '2026-11-24' })
  const others = people.slice(20).map(({ token }, index) => book(token, tuesday[index % 3]?.id ?? ''))
  const [answer] = await Promise.allSettled([close(), ...others])
  expect(answer).toMatchObject({ value: { cancelled: 20, offered: 20 } })
  await expectTrueCounts()
})

test('a day that is past, without times, or of another office is refused', async () => {
  const refuse = (more: object, as: StaffSession = clerk) =>
    server.refused('POST /v1/staff/day-closures', { ...closure(more), token: as.token })
  expect(await refuse({ date: '2026-11-20' })).toMatchObject({ code: 'slot_past' })
  expect(await refuse({ date: '2026-11-22' })).toMatchObject({ code: 'not_found' })
  expect(await refuse({ reason: ' ' })).toMatchObject({ code: 'invalid_input' })
  expect(await refuse({}, await signInStaff(server, 'township-clerk'))).toMatchObject({ code: 'not_allowed' })
  expect(await refuse({}, await signInStaff(server, 'volunteer'))).toMatchObject({ code: 'not_allowed' })
})

test('who closed the day and why, and what it meant for each person, is in the audit', async () => {
  await bookMany(2)
  await close()
  const records = await server.database.read.sql<
    { event: string; actor_id: string; beneficiary_id: string | null; data: string }[]
  >`
    SELECT event, actor_id, beneficiary_id, data FROM audit_records WHERE actor_kind = 'staff' ORDER BY id`
  expect(records.map(({ event }) => event)).toEqual([
    'day_closed',
    'appointment_cancelled_by_staff',
    'appointment_cancelled_by_staff',
  ])
  for (const { actor_id, data } of records) {
    expect(actor_id).toBe(clerk.staffId)
    expect(JSON.parse(data)).toMatchObject({ reason })
  }
  expect(records[1]?.beneficiary_id).not.toBeNull()
  expect(JSON.parse(records[1]?.data ?? '')).toMatchObject({ cause: 'day_closed', to: 'cancelled' })
})
