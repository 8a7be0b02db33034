import { randomUUID } from 'node:crypto'
import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { countsOf, openSlots, shrinkSlot, slotAt } from '../../../../test/visits'

let server: TestServer
let clerk: StaffSession
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
  clerk = await signInStaff(server)
})
afterEach(() => server.close())

const { name, residentId, phone } = person('wangxiuying')
const entry = (slotId: string, more: object = {}) => ({
  token: clerk.token,
  body: { slotId, channel: 'phone' as const, name, residentId, phone, ...more },
})
const enter = (slotId: string, more?: object) => server.call('POST /v1/staff/appointments', entry(slotId, more))
const refuse = (slotId: string, more?: object) => server.refused('POST /v1/staff/appointments', entry(slotId, more))

const today = { itemGroup: 'household', date: '2026-11-21' }
const walkIn = { channel: 'walk_in', phone: null }
const fault = (mode: 'refuse' | null) => {
  if (mode === null) server.fakes.clearFaults()
  else server.fakes.setFault('police', { mode })
}

describe('by telephone', () => {
  test('a person whom the police confirm gets a place, and an SMS when they have no account', async () => {
    const { id } = await slotAt(server, 0)
    const visit = await enter(id)
    expect(visit).toMatchObject({ status: 'booked', channel: 'phone', elder: true, name: '王*英', ticket: null })
    expect((await countsOf(server, id)).said).toEqual({ booked: 1, held: 0, ordinary: 0 })
    await server.runJob('outbox')
    expect(server.fakes.smsSent(phone)).toHaveLength(1)
    const [record] = await server.database.read.sql<object[]>`
      SELECT event, actor_kind, actor_id FROM audit_records WHERE subject = ${visit.id}`
    expect(record).toEqual({ event: 'appointment_entered', actor_kind: 'staff', actor_id: clerk.staffId })
  })

  test('it stands among the person’s own visits when they have an account', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const { id } = await enter((await slotAt(server, 0)).id)
    expect(await server.call('GET /v1/appointments', { token })).toMatchObject({ active: [{ id, channel: 'phone' }] })
  })

  test('name and number that do not belong together are refused at both fields', async () => {
    expect(await refuse((await slotAt(server, 0)).id, { name: '王秀芳' })).toMatchObject({
      code: 'real_name_mismatch',
      fields: [{ path: 'name' }, { path: 'residentId' }],
    })
  })

  test('nobody is entered unchecked while the police cannot be asked', async () => {
    const { id } = await slotAt(server, 0)
    fault('refuse')
    expect(await refuse(id)).toMatchObject({ code: expect.stringMatching(/^department_/) })
    fault(null)
    expect((await countsOf(server, id)).said).toMatchObject({ booked: 0 })
  })

  test('the rules are everybody’s', async () => {
    const { id } = await slotAt(server, 0)
    await enter(id)
    expect(await refuse((await slotAt(server, 3)).id)).toMatchObject({ code: 'already_booked' })
    await shrinkSlot(server, (await slotAt(server, 1)).id, 0)
    const other = person('chenjianguo')
    const full = { name: other.name, residentId: other.residentId, phone: other.phone }
    expect(await refuse((await slotAt(server, 1)).id, full)).toMatchObject({ code: 'slot_full' })
    expect(await refuse(randomUUID(), full)).toMatchObject({ code: 'slot_closed' })
  })

  test('a double tap is one visit', async () => {
    const { id } = await slotAt(server, 0)
    const input = { ...entry(id), idempotencyKey: randomUUID() }
    const [first, second] = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/appointments', input)))
    expect(first).toEqual(second)
    expect((await countsOf(server, id)).said).toMatchObject({ booked: 1 })
  })

  test('who was offered a place and has no app takes it by telephone', async () => {
    const { id } = await slotAt(server, 0)
    await shrinkSlot(server, id, 1)
    const visit = await enter(id)
    const { token } = await signInVerified(server, 'chenjianguo')
    await server.call('POST /v1/waiting-entries', { token, body: { slotId: id } })
    const cancel = { token: clerk.token, params: { id: visit.id }, body: { reason: '本人来电取消' } }
    await server.call('POST /v1/staff/appointments/:id/cancellation', cancel)
    const { name: otherName, residentId: otherId } = person('chenjianguo')
    expect(await enter(id, { name: otherName, residentId: otherId })).toMatchObject({ status: 'booked' })
    expect(await countsOf(server, id)).toMatchObject({ said: { booked: 1, held: 0 }, true: { booked: 1, held: 0 } })
    expect(await server.call('GET /v1/waiting-entries', { token })).toMatchObject({ items: [{ status: 'taken' }] })
  })

  test('clerks enter visits at their own office, volunteers nowhere', async () => {
    const { id } = await slotAt(server, 0)
    for (const username of ['township-clerk', 'volunteer'] as const) {
      const { token } = await signInStaff(server, username)
      expect(await server.refused('POST /v1/staff/appointments', { ...entry(id), token })).toMatchObject({ code: 'not_allowed' })
    }
  })
})

describe('at the counter', () => {
  test('a walk-in takes a place of today, also once it has begun, and has a ticket at once', async () => {
    fault('refuse')
    const visit = await enter((await slotAt(server, 0, today)).id, walkIn)
    expect(visit).toMatchObject({ status: 'checked_in', channel: 'walk_in', ticket: 'A001', phone: null })
    expect(visit.checkedInAt).toBe(server.clock.now().toISOString())
    const events = await server.database.read.sql<{ event: string }[]>`
      SELECT event FROM audit_records WHERE subject = ${visit.id} ORDER BY id`
    expect(events.map(({ event }) => event)).toEqual(['appointment_entered', 'visit_checked_in'])
  })

  test('only today, and only until the slot has ended', async () => {
    expect(await refuse((await slotAt(server, 0)).id, walkIn)).toMatchObject({ code: 'visit_not_today' })
    const { id } = await slotAt(server, 0, today)
    server.clock.advance(20 * 60_000)
    expect(await refuse(id, walkIn)).toMatchObject({ code: 'slot_past' })
  })

  test('stays open to those whose booking is paused', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    for (let round = 0; round < 3; round += 1) {
      const body = { slotId: (await slotAt(server, round)).id }
      const { id } = await server.call('POST /v1/appointments', { token, body })
      await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
    }
    expect(await refuse((await slotAt(server, 5)).id)).toMatchObject({ code: 'booking_paused' })
    expect(await enter((await slotAt(server, 1, today)).id, walkIn)).toMatchObject({ status: 'checked_in' })
  })
})

describe('moving and cancelling for somebody', () => {
  const messages = async (token: string) => {
    await server.runJob('outbox')
    return (await server.call('GET /v1/messages', { token, query: {} })).items
  }
  const moveInput = (id: string, slotId: string) => ({
    token: clerk.token,
    params: { id },
    body: { slotId, reason: '窗口故障' },
  })

  test('a move is one step, told to the person and written down', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const [from, to] = [await slotAt(server, 0), await slotAt(server, 4)]
    const { id } = await server.call('POST /v1/appointments', { token, body: { slotId: from.id } })
    const input = { ...moveInput(id, to.id), idempotencyKey: randomUUID() }
    const moves = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/appointments/:id/move', input)))
    expect(moves[0]).toEqual(moves[1])
    expect(moves[0]).toMatchObject({ status: 'booked', slotId: to.id, startsAt: to.startsAt })
    expect(await server.call('GET /v1/appointments/:id', { token, params: { id } })).toMatchObject({
      status: 'moved',
      endedReason: '窗口故障',
      movedTo: moves[0]?.id,
    })
    expect(await messages(token)).toContainEqual(expect.objectContaining({ body: expect.stringContaining('窗口故障') }))
    const [record] = await server.database.read.sql<{ actor_id: string; data: string }[]>`
      SELECT actor_id, data FROM audit_records WHERE event = 'appointment_moved_by_staff'`
    expect(record?.actor_id).toBe(clerk.staffId)
    expect(JSON.parse(record?.data ?? '')).toMatchObject({ from: id, slot: to.id, reason: '窗口故障' })
    for (const slot of [from, to]) expect((await countsOf(server, slot.id)).said).toEqual((await countsOf(server, slot.id)).true)
  })

  test('a move to a full slot, another group, or by another office is refused and changes nothing', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const [from, full] = [await slotAt(server, 0), await slotAt(server, 1)]
    await shrinkSlot(server, full.id, 0)
    const { id } = await server.call('POST /v1/appointments', { token, body: { slotId: from.id } })
    const move = (slotId: string, as: StaffSession = clerk) =>
      server.refused('POST /v1/staff/appointments/:id/move', { ...moveInput(id, slotId), token: as.token })
    expect(await move(full.id)).toMatchObject({ code: 'slot_full' })
    expect(await move((await slotAt(server, 1, { itemGroup: 'vehicle' })).id)).toMatchObject({ code: 'slot_closed' })
    expect(await move(full.id, await signInStaff(server, 'township-clerk'))).toMatchObject({ code: 'not_allowed' })
    expect(await server.call('GET /v1/appointments/:id', { token, params: { id } })).toMatchObject({ status: 'booked' })
  })

  test('a cancellation is told, does not count against the person, and is once', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const cancel = (id: string, as: StaffSession = clerk) => ({ token: as.token, params: { id }, body: { reason: '窗口故障' } })
    for (let round = 0; round < 3; round += 1) {
      const { id } = await server.call('POST /v1/appointments', { token, body: { slotId: (await slotAt(server, round)).id } })
      for (let tap = 0; tap < 2; tap += 1) {
        const cancelled = await server.call('POST /v1/staff/appointments/:id/cancellation', cancel(id))
        expect(cancelled).toMatchObject({ status: 'cancelled' })
      }
    }
    const { id } = await server.call('POST /v1/appointments', { token, body: { slotId: (await slotAt(server, 5)).id } })
    const away = cancel(id, await signInStaff(server, 'township-clerk'))
    expect(await server.refused('POST /v1/staff/appointments/:id/cancellation', away)).toMatchObject({ code: 'not_allowed' })
    expect((await messages(token)).filter(({ title }) => title === '您的预约取消了')).toHaveLength(3)
    const records = await server.database.read.sql<{ actor_id: string; data: string }[]>`
      SELECT actor_id, data FROM audit_records WHERE event = 'appointment_cancelled_by_staff'`
    expect(records).toHaveLength(3)
    expect(records[0]?.actor_id).toBe(clerk.staffId)
    expect(JSON.parse(records[0]?.data ?? '')).toMatchObject({ from: 'booked', to: 'cancelled', reason: '窗口故障' })
  })

  test('who has checked in is not cancelled', async () => {
    const { id } = await enter((await slotAt(server, 1, today)).id, walkIn)
    const input = { token: clerk.token, params: { id }, body: { reason: '窗口故障' } }
    expect(await server.refused('POST /v1/staff/appointments/:id/cancellation', input)).toMatchObject({
      code: 'appointment_not_changeable',
    })
    const query = { office: 'hall', date: today.date as LocalDate }
    expect(await server.call('GET /v1/staff/visits', { token: clerk.token, query })).toMatchObject({
      items: [{ id, status: 'checked_in' }],
    })
  })
})
