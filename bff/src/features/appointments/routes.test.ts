import { randomUUID } from 'node:crypto'
import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { countsOf, openSlots, residents, shrinkSlot, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const book = (token: string, slotId: string) => server.call('POST /v1/appointments', { token, body: { slotId } })
const refuse = (token: string, slotId: string) => server.refused('POST /v1/appointments', { token, body: { slotId } })

test('a booking says when, where, what to bring, and stands in the list', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const slot = await slotAt(server, 0)
  const booked = await book(token, slot.id)
  expect(booked).toMatchObject({
    status: 'booked',
    date: '2026-11-23',
    startsAt: '09:00',
    beginsAt: '2026-11-23T01:00:00.000Z',
    beneficiary: '李*红',
    office: { id: 'hall', name: '茶陵县政务服务中心' },
    changeable: true,
    bring: ['身份证'],
  })
  expect(booked.number).toMatch(/^1123\d{6}$/)
  expect(await server.call('GET /v1/appointments', { token })).toMatchObject({ active: [{ id: booked.id }], past: [] })
  expect((await slotAt(server, 0)).free).toBe(slot.free - 1)
})

test('a double tap and a retry after a dead network are one booking', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const { id } = await slotAt(server, 0)
  const idempotencyKey = randomUUID()
  const input = { token, body: { slotId: id }, idempotencyKey }
  const replies = await Promise.all([1, 2, 3].map(() => server.call('POST /v1/appointments', input)))
  replies.push(await server.call('POST /v1/appointments', input))
  expect(new Set(replies.map((reply) => reply.id)).size).toBe(1)
  expect(await countsOf(server, id)).toMatchObject({ said: { booked: 1 }, true: { booked: 1 } })
})

test('booking needs a verified name, and a person books one of a group and three in all', async () => {
  const nameless = await signInBySms(server, person('liuzhiqiang').phone)
  expect(await refuse(nameless.token, (await slotAt(server, 0)).id)).toMatchObject({ code: 'real_name_required' })
  const { token } = await signInVerified(server, 'lixiaohong')
  await book(token, (await slotAt(server, 0)).id)
  expect(await refuse(token, (await slotAt(server, 5)).id)).toMatchObject({ code: 'already_booked' })
  await book(token, (await slotAt(server, 0, { itemGroup: 'household' })).id)
  await book(token, (await slotAt(server, 0, { itemGroup: 'vehicle' })).id)
  expect(await refuse(token, (await slotAt(server, 0, { itemGroup: 'business' })).id)).toMatchObject({
    code: 'appointment_limit_reached',
  })
})

test('a slot that has begun, is not open yet, or does not exist is refused', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const today = { date: '2026-11-21', itemGroup: 'household' }
  const morning = await slotAt(server, 0, today)
  server.clock.advance(3_600_000)
  expect(await refuse(token, morning.id)).toMatchObject({ code: 'slot_past' })
  const [ahead] = await server.database.read.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots WHERE date = '2026-12-05' AND item_group = 'household' LIMIT 1`
  expect(ahead && (await refuse(token, ahead.id))).toMatchObject({ code: 'slot_not_open_yet' })
  expect(await refuse(token, randomUUID())).toMatchObject({ code: 'slot_closed' })
})

test('a full slot is refused, also to those who ask at the same moment', async () => {
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 3)
  const people = await residents(server, 12)
  const answers = await Promise.allSettled(people.map(({ token }) => book(token, id)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  expect(await countsOf(server, id)).toMatchObject({ said: { booked: 3 }, true: { booked: 3 } })
  const late = await signInVerified(server, 'lixiaohong')
  expect(await refuse(late.token, id)).toMatchObject({ code: 'slot_full' })
})

test('kept places are for elderly people until 24 hours before', async () => {
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 2, 1)
  const [elder, first, second] = await residents(server, 3)
  if (!elder || !first || !second) throw new Error('three people were wanted')
  await book(first.token, id)
  expect(await refuse(second.token, id)).toMatchObject({ code: 'slot_kept_for_elders' })
  server.clock.advance(24 * 3_600_000)
  await book(second.token, id)
  expect(await refuse(elder.token, id)).toMatchObject({ code: 'slot_full' })
})

test('an elderly person takes what is kept', async () => {
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 2, 1)
  const [elder, first] = await residents(server, 2)
  await book(first?.token ?? '', id)
  await book(elder?.token ?? '', id)
  expect((await countsOf(server, id)).said).toEqual({ booked: 2, held: 0, ordinary: 1 })
})

test('a move is one step: the new place is had, or everything stays', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const [from, full, to] = [await slotAt(server, 0), await slotAt(server, 1), await slotAt(server, 2)]
  await shrinkSlot(server, full.id, 0)
  const booked = await book(token, from.id)
  const move = (slotId: string) => ({ token, params: { id: booked.id }, body: { slotId } })
  expect(await server.refused('POST /v1/appointments/:id/move', move(full.id))).toMatchObject({ code: 'slot_full' })
  expect(await server.call('GET /v1/appointments/:id', { token, params: { id: booked.id } })).toMatchObject({ status: 'booked' })
  const moved = await server.call('POST /v1/appointments/:id/move', move(to.id))
  expect(moved).toMatchObject({ status: 'booked', startsAt: to.startsAt })
  expect(await server.call('GET /v1/appointments/:id', { token, params: { id: booked.id } })).toMatchObject({
    status: 'moved',
    movedTo: moved.id,
    changeable: false,
  })
  for (const id of [from.id, full.id, to.id]) {
    const counts = await countsOf(server, id)
    expect(counts.said).toEqual(counts.true)
  }
  expect(await server.refused('POST /v1/appointments/:id/move', move(from.id))).toMatchObject({
    code: 'appointment_not_changeable',
  })
})

test('a cancelled place reappears at some moment within ten minutes, and cancelling twice is once', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const { id } = await slotAt(server, 0)
  await shrinkSlot(server, id, 1)
  const booked = await book(token, id)
  const cancel = () => server.call('POST /v1/appointments/:id/cancellation', { token, params: { id: booked.id } })
  expect(await cancel()).toMatchObject({ status: 'cancelled' })
  expect(await cancel()).toMatchObject({ status: 'cancelled' })
  expect((await slotAt(server, 0)).free).toBe(0)
  server.clock.advance(600_000)
  await server.runJob('visit-offers')
  expect((await slotAt(server, 0)).free).toBe(1)
})

test('three cancellations pause booking for a week, and the page says why and what stays open', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  for (let round = 0; round < 3; round += 1) {
    const { id } = await book(token, (await slotAt(server, round)).id)
    await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
    server.clock.advance(2_000)
  }
  expect(await refuse(token, (await slotAt(server, 8)).id)).toMatchObject({
    code: 'booking_paused',
    detail: /取消了 3 次.*大厅取号/,
  })
  expect(await server.call('GET /v1/appointments', { token })).toMatchObject({ pauseReason: expect.stringContaining('3 次') })
  server.clock.advance(7 * 86_400_000)
  await openSlots(server)
  await book(token, (await slotAt(server, 0, { date: '2026-12-01' })).id)
})

test('a move keeps to the same kind of errand', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const booked = await book(token, (await slotAt(server, 0)).id)
  const other = await slotAt(server, 0, { itemGroup: 'household' })
  const input = { token, params: { id: booked.id }, body: { slotId: other.id } }
  expect(await server.refused('POST /v1/appointments/:id/move', input)).toMatchObject({
    code: 'slot_closed',
    detail: '请选同一类事的时间。',
  })
  expect((await countsOf(server, other.id)).said).toEqual({ booked: 0, held: 0, ordinary: 0 })
})

test('a pause is about new bookings: what the person has may still be moved', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const kept = await book(token, (await slotAt(server, 0, { itemGroup: 'household' })).id)
  for (let round = 0; round < 3; round += 1) {
    const { id } = await book(token, (await slotAt(server, round)).id)
    await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
    server.clock.advance(1_000)
  }
  const body = { slotId: (await slotAt(server, 4, { itemGroup: 'household' })).id }
  await server.call('POST /v1/appointments/:id/move', { token, params: { id: kept.id }, body })
})

test('nobody sees, moves or cancels anybody else’s visit', async () => {
  const mine = await signInVerified(server, 'lixiaohong')
  const other = await signInVerified(server, 'chenjianguo')
  const { id } = await book(mine.token, (await slotAt(server, 0)).id)
  const input = { token: other.token, params: { id } }
  expect(await server.refused('GET /v1/appointments/:id', input)).toMatchObject({ code: 'not_found' })
  expect(await server.refused('POST /v1/appointments/:id/cancellation', input)).toMatchObject({ code: 'not_found' })
  const body = { slotId: (await slotAt(server, 3)).id }
  expect(await server.refused('POST /v1/appointments/:id/move', { ...input, body })).toMatchObject({ code: 'not_found' })
})

test('deleting the account gives its places up and leaves no name behind', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const { id } = await slotAt(server, 0)
  const visit = await book(token, id)
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  expect((await countsOf(server, id)).said).toMatchObject({ booked: 0, held: 1 })
  const [row] = await server.database.read.sql<object[]>`
    SELECT status, account_id, name_sealed, resident_id_sealed, phone_sealed FROM appointments WHERE id = ${visit.id}`
  expect(row).toEqual({ status: 'cancelled', account_id: null, name_sealed: null, resident_id_sealed: null, phone_sealed: null })
})
