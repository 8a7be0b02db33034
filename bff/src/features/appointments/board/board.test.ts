import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { openSlots, residents, slotAt } from '../../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const MONDAY = '2026-11-23' as LocalDate
const day = { office: 'hall', date: MONDAY }
const board = async (token: string) => server.call('GET /v1/staff/board', { token, query: day })

test('the board shows an office’s day: groups with their spare windows, and every slot with its counts', async () => {
  const { token } = await signInStaff(server)
  const resident = await signInVerified(server, 'lixiaohong')
  const slot = await slotAt(server, 0)
  await server.call('POST /v1/appointments', { token: resident.token, body: { slotId: slot.id } })
  const shown = await board(token)
  expect(shown).toMatchObject({
    office: { id: 'hall', name: '茶陵县政务服务中心' },
    opening: { kind: 'ordinary' },
    asOf: server.clock.now().toISOString(),
  })
  expect(shown.groups).toContainEqual({ id: 'general', name: '综合受理', windows: 2, spare: 2, peoplePerWindow: 2 })
  expect(shown.slots.find(({ id }) => id === slot.id)).toEqual({
    ...{ id: slot.id, itemGroup: 'general', startsAt: '09:00', endsAt: '09:15', state: 'open' },
    ...{
      windows: 2,
      peoplePerWindow: 2,
      capacity: 4,
      booked: 1,
      held: 0,
      cooling: 0,
      waiting: 0,
      checkedIn: 0,
      serving: 0,
      done: 0,
      noShow: 0,
    },
    free: 3,
  })
})

test('the version changes with the board and not with the time', async () => {
  const { token } = await signInStaff(server)
  const first = await board(token)
  server.clock.advance(3_000)
  expect((await board(token)).version).toBe(first.version)
  const resident = await signInVerified(server, 'lixiaohong')
  await server.call('POST /v1/appointments', { token: resident.token, body: { slotId: (await slotAt(server, 0)).id } })
  expect((await board(token)).version).not.toBe(first.version)
})

test('a township that rests on Saturdays says so', async () => {
  const { token } = await signInStaff(server, 'supervisor')
  const query = { office: 'xiadong', date: '2026-11-28' as LocalDate }
  expect(await server.call('GET /v1/staff/board', { token, query })).toMatchObject({ opening: { kind: 'closed' }, slots: [] })
})

test('clerks see their own office, supervisors and administrators all, volunteers and residents none', async () => {
  const away = await signInStaff(server, 'township-clerk')
  expect(await server.refused('GET /v1/staff/board', { token: away.token, query: day })).toMatchObject({ code: 'not_allowed' })
  expect(await server.refused('GET /v1/staff/visits', { token: away.token, query: day })).toMatchObject({ code: 'not_allowed' })
  for (const username of ['supervisor', 'admin'] as const) {
    const { token } = await signInStaff(server, username)
    expect(await server.call('GET /v1/staff/board', { token, query: day })).toMatchObject({ date: MONDAY })
  }
  const volunteer = await signInStaff(server, 'volunteer')
  expect(await server.refused('GET /v1/staff/board', { token: volunteer.token, query: day })).toMatchObject({
    code: 'not_allowed',
  })
  const { token } = await signInVerified(server, 'lixiaohong')
  expect(await server.refused('GET /v1/staff/board', { token, query: day })).toMatchObject({ code: 'not_allowed' })
})

test('an office that the county does not have is not found', async () => {
  const { token } = await signInStaff(server, 'supervisor')
  const query = { office: 'nowhere', date: MONDAY }
  expect(await server.refused('GET /v1/staff/board', { token, query })).toMatchObject({ code: 'not_found' })
})

test('visits are listed masked, elders first within their slot, those given up last', async () => {
  const { token } = await signInStaff(server)
  const [elder, first, second] = await residents(server, 3)
  const { id } = await slotAt(server, 0)
  const book = (who: string | undefined) => server.call('POST /v1/appointments', { token: who ?? '', body: { slotId: id } })
  const given = await book(first?.token)
  await book(second?.token)
  await book(elder?.token)
  const cancel = { token: first?.token ?? '', params: { id: given.id } }
  await server.call('POST /v1/appointments/:id/cancellation', cancel)
  const { items } = await server.call('GET /v1/staff/visits', { token, query: { ...day, slot: id } })
  expect(items.map(({ elder: isElder, status }) => [isElder, status])).toEqual([
    [true, 'booked'],
    [false, 'booked'],
    [false, 'cancelled'],
  ])
  for (const { name, residentId, phone } of items) {
    expect(name).toMatch(/^.\*/)
    expect(residentId).toMatch(/^\d{4}\*{10}[\dX]{4}$/)
    expect(phone).toMatch(/^1\d\d\*{4}\d{4}$/)
  }
  expect((await server.call('GET /v1/staff/visits', { token, query: day })).items).toHaveLength(3)
})

test('a list to take along leaves out who gave up, and who took it and why is written down', async () => {
  const { token, staffId } = await signInStaff(server)
  const resident = await signInVerified(server, 'lixiaohong')
  await server.call('POST /v1/appointments', { token: resident.token, body: { slotId: (await slotAt(server, 0)).id } })
  const body = { ...day, reason: '打印当天名单' }
  const { items } = await server.call('POST /v1/staff/visit-lists', { token, body })
  expect(items.map(({ name }) => name)).toEqual(['李*红'])
  const [record] = await server.database.read.sql<{ actor_id: string; subject: string; data: string }[]>`
    SELECT actor_id, subject, data FROM audit_records WHERE event = 'day_list_taken'`
  expect(record).toMatchObject({ actor_id: staffId, subject: 'hall' })
  expect(JSON.parse(record?.data ?? '')).toEqual({ date: MONDAY, reason: '打印当天名单', visits: '1' })
  const noReason = { ...day, reason: '' }
  expect(await server.refused('POST /v1/staff/visit-lists', { token, body: noReason })).toMatchObject({ code: 'invalid_input' })
  const away = await signInStaff(server, 'township-clerk')
  expect(await server.refused('POST /v1/staff/visit-lists', { token: away.token, body })).toMatchObject({ code: 'not_allowed' })
})

test('load adds up by office and hour for supervisors', async () => {
  const { token } = await signInStaff(server, 'supervisor')
  const [first, second] = await residents(server, 2)
  const today = { itemGroup: 'household', date: '2026-11-21' }
  const { id } = await slotAt(server, 3, today)
  for (const who of [first, second]) await server.call('POST /v1/appointments', { token: who?.token ?? '', body: { slotId: id } })
  await server.database.inTransaction(
    (tx) => tx.affected`UPDATE appointments SET status = CASE WHEN elder = 1 THEN 'done' ELSE 'no_show' END`,
  )
  const load = await server.call('GET /v1/staff/load', { token, query: { days: 2 } })
  expect(load).toMatchObject({ from: '2026-11-20', to: '2026-11-21' })
  const hour = load.cells.find((cell) => cell.hour === 10)
  expect(hour).toMatchObject({ office: 'hall', booked: 2, done: 1, noShow: 1 })
  expect(hour?.capacity).toBeGreaterThan(2)
  const clerk = await signInStaff(server)
  const refusal = await server.refused('GET /v1/staff/load', { token: clerk.token, query: {} })
  expect(refusal).toMatchObject({ code: 'not_allowed' })
})
