import { randomUUID } from 'node:crypto'
import { VISIT_QR_PREFIX } from '@one-visit/shared/appointments/rules'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { openSlots, residents, slotAt } from '../../../../test/visits'

let server: TestServer
let clerk: StaffSession
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
  clerk = await signInStaff(server)
})
afterEach(() => server.close())

/** A Saturday on which 户籍 and 医保 are done; slots of 20 minutes from 9:00. It is 9:02. */
const today = { itemGroup: 'household', date: '2026-11-21' }
const MINUTE = 60_000

const bookAt = async (token: string | undefined, index: number, wanted: object = today) =>
  server.call('POST /v1/appointments', { token: token ?? '', body: { slotId: (await slotAt(server, index, wanted)).id } })

type By = 'qr' | 'number' | 'resident_id'
const checkInCall = (by: By, value: string, token = clerk.token) => ({ token, body: { office: 'hall', by, value } })
const checkIn = (by: By, value: string) => server.call('POST /v1/staff/check-ins', checkInCall(by, value))
const refuseCheckIn = (by: By, value: string) => server.refused('POST /v1/staff/check-ins', checkInCall(by, value))

const callInput = (window = '3', itemGroup = 'household') => ({ token: clerk.token, body: { office: 'hall', itemGroup, window } })
const callNext = (window?: string) => server.call('POST /v1/staff/calls', callInput(window))
const statusInput = (id: string, to: 'called' | 'serving' | 'done' | 'no_show', window: string | null = null) => ({
  token: clerk.token,
  params: { id },
  body: { to, window },
})
const setStatus = (...input: Parameters<typeof statusInput>) =>
  server.call('POST /v1/staff/appointments/:id/status', statusInput(...input))
const refuseStatus = (...input: Parameters<typeof statusInput>) =>
  server.refused('POST /v1/staff/appointments/:id/status', statusInput(...input))

describe('check-in', () => {
  test.each([
    ['the QR code', 'qr', ({ number }: { number: string }) => `${VISIT_QR_PREFIX}${number}`],
    ['the number as it is read out', 'number', ({ number }: { number: string }) => `${number.slice(0, 4)} ${number.slice(4)}`],
    ['the ID card', 'resident_id', () => person('lixiaohong').residentId],
  ] as const)('by %s gives a ticket, and twice the same one', async (_, by, valueOf) => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const visit = await bookAt(token, 1)
    const first = await checkIn(by, valueOf(visit))
    expect(first).toMatchObject({ id: visit.id, status: 'checked_in', ticket: 'A001', name: '李*红' })
    expect(first.checkedInAt).toBe(server.clock.now().toISOString())
    expect(await checkIn(by, valueOf(visit))).toEqual(first)
  })

  test('two counters that check the same person in at once give one ticket', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { number } = await bookAt(token, 1)
    const [other] = await residents(server, 1)
    await bookAt(other?.token, 1)
    const tickets = await Promise.all([1, 2, 3].map(() => checkIn('number', number)))
    expect(new Set(tickets.map(({ ticket }) => ticket))).toEqual(new Set(['A001']))
    const [counter] = await server.database.read.sql<{ last: number }[]>`SELECT last FROM ticket_counters`
    expect(counter?.last).toBe(1)
  })

  test('tickets are counted for each item group', async () => {
    const [first, second, third] = await residents(server, 3)
    const numbers = [
      await bookAt(first?.token, 1),
      await bookAt(second?.token, 1),
      await bookAt(third?.token, 1, { ...today, itemGroup: 'medical-insurance' }),
    ].map(({ number }) => number)
    const tickets: (string | null)[] = []
    for (const number of numbers) tickets.push((await checkIn('number', number)).ticket)
    expect(tickets).toEqual(['A001', 'A002', 'E001'])
  })

  test('late is fine on the same day; another day, another office and nothing at all are told apart', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { number } = await bookAt(token, 1)
    server.clock.advance(5 * 60 * MINUTE)
    clerk = await signInStaff(server)
    expect(await checkIn('number', number)).toMatchObject({ status: 'checked_in' })
    const other = await signInVerified(server, 'chenjianguo')
    const later = await bookAt(other.token, 0, { date: '2026-11-23' })
    expect(await refuseCheckIn('number', later.number)).toMatchObject({
      code: 'visit_not_today',
      detail: expect.stringContaining('11月23日 周一 09:00'),
    })
    expect(await refuseCheckIn('resident_id', person('chenjianguo').residentId)).toMatchObject({ code: 'visit_not_today' })
    expect(await refuseCheckIn('number', '1121000000')).toMatchObject({ code: 'not_found' })
    expect(await refuseCheckIn('qr', number)).toMatchObject({ code: 'not_found' })
    const township = await signInStaff(server, 'township-clerk')
    const away = { token: township.token, body: { office: 'xiadong', by: 'number' as const, value: number } }
    expect(await server.refused('POST /v1/staff/check-ins', away)).toMatchObject({
      code: 'visit_other_office',
      detail: expect.stringContaining('茶陵县政务服务中心'),
    })
  })

  test('a cancelled visit is not checked in, and who may not work here checks nobody in', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id, number } = await bookAt(token, 1)
    await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
    expect(await refuseCheckIn('number', number)).toMatchObject({ code: 'appointment_not_changeable' })
    for (const username of ['township-clerk', 'volunteer'] as const) {
      const away = await signInStaff(server, username)
      const input = checkInCall('number', number, away.token)
      expect(await server.refused('POST /v1/staff/check-ins', input)).toMatchObject({ code: 'not_allowed' })
    }
  })
})

describe('calling', () => {
  test('goes by slot, elders first within it, then by ticket', async () => {
    const [elder, first, second, third] = await residents(server, 4)
    const visits = [
      await bookAt(third?.token, 2),
      await bookAt(first?.token, 1),
      await bookAt(second?.token, 1),
      await bookAt(elder?.token, 1),
    ]
    for (const { number } of visits) await checkIn('number', number)
    const called: (string | null)[] = []
    for (let turn = 0; turn < 4; turn += 1) called.push((await callNext()).ticket)
    expect(called).toEqual(['A004', 'A002', 'A003', 'A001'])
    expect(await server.refused('POST /v1/staff/calls', callInput())).toMatchObject({ code: 'queue_empty' })
  })

  test('two windows that call at once get two people, and a double tap calls one', async () => {
    const people = await residents(server, 4)
    for (const { token } of people) await checkIn('number', (await bookAt(token, 1)).number)
    const called = await Promise.all(['1', '2', '3'].map(callNext))
    expect(new Set(called.map(({ id }) => id)).size).toBe(3)
    expect(called.map(({ window }) => window)).toEqual(['1', '2', '3'])
    const idempotencyKey = randomUUID()
    const taps = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/calls', { ...callInput('4'), idempotencyKey })))
    expect(taps[0]).toEqual(taps[1])
    expect(called.map(({ id }) => id)).not.toContain(taps[0]?.id)
  })

  test('nobody is called at an office or for a group that is not one’s own', async () => {
    const township = await signInStaff(server, 'township-clerk')
    expect(await server.refused('POST /v1/staff/calls', { ...callInput(), token: township.token })).toMatchObject({
      code: 'not_allowed',
    })
    expect(await server.refused('POST /v1/staff/calls', callInput('1', 'nothing'))).toMatchObject({ code: 'not_found' })
  })
})

describe('the way of a visit', () => {
  test('called again, served, done; each step once, and all of it in the audit', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id, number } = await bookAt(token, 1)
    await checkIn('number', number)
    await callNext('3')
    server.clock.advance(MINUTE)
    const again = await setStatus(id, 'called', '5')
    expect(again).toMatchObject({ status: 'checked_in', window: '5', calledAt: server.clock.now().toISOString() })
    expect(await setStatus(id, 'serving')).toMatchObject({ status: 'serving', window: '5' })
    expect(await setStatus(id, 'serving')).toMatchObject({ status: 'serving' })
    expect(await setStatus(id, 'done')).toMatchObject({ status: 'done' })
    expect(await setStatus(id, 'done')).toMatchObject({ status: 'done' })
    expect(await refuseStatus(id, 'no_show')).toMatchObject({ code: 'status_changed', detail: '这个预约现在是：已办完。' })
    const records = await server.database.read.sql<{ actor_id: string; beneficiary_id: string; event: string; data: string }[]>`
      SELECT actor_id, beneficiary_id, event, data FROM audit_records WHERE subject = ${id} AND actor_kind = 'staff' ORDER BY id`
    const [account] = await server.database.read.sql<
      { account_id: string }[]
    >`SELECT account_id FROM appointments WHERE id = ${id}`
    for (const record of records) {
      expect(record).toMatchObject({ actor_id: clerk.staffId, beneficiary_id: account?.account_id })
    }
    expect(records.map(({ event, data }) => [event, (JSON.parse(data) as { to?: string }).to])).toEqual([
      ['visit_checked_in', 'checked_in'],
      ['visit_called', undefined],
      ['visit_status_changed', 'called'],
      ['visit_status_changed', 'serving'],
      ['visit_status_changed', 'done'],
    ])
  })

  test('two clerks who decide differently at once: one is told that it has changed', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id, number } = await bookAt(token, 1)
    await checkIn('number', number)
    server.clock.advance(30 * MINUTE)
    clerk = await signInStaff(server)
    const answers = await Promise.allSettled([setStatus(id, 'serving'), setStatus(id, 'no_show')])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(String((answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult).reason)).toMatch(
      'status_changed',
    )
  })

  test('who was given a number and is gone when called is a no-show at once', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id, number } = await bookAt(token, 1)
    await server.call('POST /v1/staff/check-ins', { token: clerk.token, body: { office: 'hall', by: 'number', value: number } })
    expect(await setStatus(id, 'no_show')).toMatchObject({ status: 'no_show' })
  })

  test('nobody is a no-show before the slot has begun, nor served before checking in', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id } = await bookAt(token, 1)
    expect(await refuseStatus(id, 'no_show')).toMatchObject({ code: 'appointment_not_changeable' })
    expect(await refuseStatus(id, 'serving')).toMatchObject({ code: 'status_changed' })
    server.clock.advance(20 * MINUTE)
    expect(await setStatus(id, 'no_show')).toMatchObject({ status: 'no_show', calledAt: null })
  })

  test('two no-shows pause booking in the app', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const visits = [await bookAt(token, 1), await bookAt(token, 1, { ...today, itemGroup: 'medical-insurance' })]
    server.clock.advance(20 * MINUTE)
    for (const { id } of visits) await setStatus(id, 'no_show')
    const body = { slotId: (await slotAt(server, 0)).id }
    expect(await server.refused('POST /v1/appointments', { token, body })).toMatchObject({ code: 'booking_paused' })
    await server.runJob('outbox')
    const { items } = await server.call('GET /v1/messages', { token, query: {} })
    expect(items.map(({ title }) => title)).toContain('手机预约暂停几天')
  })

  test('nobody touches another office’s visit, nor one that is not there', async () => {
    const { token } = await signInVerified(server, 'lixiaohong')
    const { id } = await bookAt(token, 1)
    const township = await signInStaff(server, 'township-clerk')
    const away = { ...statusInput(id, 'called'), token: township.token }
    expect(await server.refused('POST /v1/staff/appointments/:id/status', away)).toMatchObject({ code: 'not_allowed' })
    expect(await refuseStatus(randomUUID(), 'called')).toMatchObject({ code: 'not_found' })
  })
})
