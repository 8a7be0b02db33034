import { randomUUID } from 'node:crypto'
import { type TOTP, URI } from 'otpauth'
import { person, signInVerified } from '../../../../../test/people'
import { signInStaff } from '../../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../../test/test-server'
import { DEMO_STAFF } from '../../../../seed-demo'
import {
  acceptTask,
  askForHelp,
  grantMandate,
  mandateState,
  newVolunteer,
  OFFICE,
  registerAndSignIn,
  tasksOf,
} from '../testing/task-calls'

let server: TestServer
let supervisor: string
beforeEach(async () => {
  server = await startTestServer()
  supervisor = (await signInStaff(server, 'supervisor')).token
})
afterEach(() => server.close())

const register = (username: string, more: object = {}) => ({ token: supervisor, body: newVolunteer(username, more) })
const leave = (id: string) => server.call('POST /v1/staff/volunteers/:id/leave', { token: supervisor, params: { id } })

test('registered by a supervisor, a volunteer signs in with what is shown this once', async () => {
  const shown = await server.call('POST /v1/staff/volunteers', register('li.hong'))
  expect(shown).toMatchObject({ name: '李小红', phone: person('lixiaohong').phone, office: { id: OFFICE }, active: true })
  const totp = (URI.parse(shown.totp) as TOTP).generate({ timestamp: server.clock.now().getTime() })
  // Read from one screen and typed at another.
  expect(shown.password).toMatch(/^(?:[a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/)
  const body = { username: 'li.hong', password: shown.password, totp }
  expect(await server.call('POST /v1/staff/sessions', { body })).toMatchObject({ role: 'volunteer', office: OFFICE })
  const { items } = await server.call('GET /v1/staff/volunteers', { token: supervisor })
  expect(items.map(({ username }) => username)).toEqual(['volunteer', 'li.hong'])
  expect(JSON.stringify(items)).not.toContain(shown.password)
})

test('a double tap is one volunteer, with one password', async () => {
  const input = { ...register('li.hong'), idempotencyKey: randomUUID() }
  const [first, second] = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/volunteers', input)))
  expect(first).toEqual(second)
})

test('a username stays with whoever has it, also when they have left', async () => {
  const { id } = await server.call('POST /v1/staff/volunteers', register('li.hong'))
  await leave(id)
  expect(await server.refused('POST /v1/staff/volunteers', register('li.hong'))).toMatchObject({ code: 'username_taken' })
})

test('nobody is registered whose name and number the police do not confirm, nor at an office that is none', async () => {
  const wrong = register('li.hong', { name: '李小虹' })
  expect(await server.refused('POST /v1/staff/volunteers', wrong)).toMatchObject({
    code: 'real_name_mismatch',
    fields: [{ path: 'name' }, { path: 'residentId' }],
  })
  const nowhere = register('li.hong', { office: 'nowhere' })
  expect(await server.refused('POST /v1/staff/volunteers', nowhere)).toMatchObject({ code: 'not_found' })
})

test('supervisors register, counters look, volunteers and administrators do neither', async () => {
  for (const username of ['township-clerk', 'volunteer', 'admin'] as const) {
    const { token } = await signInStaff(server, username)
    const attempt = { ...register('li.hong'), token }
    expect(await server.refused('POST /v1/staff/volunteers', attempt)).toMatchObject({ code: 'not_allowed' })
  }
  const { token } = await signInStaff(server, 'township-clerk')
  expect((await server.call('GET /v1/staff/volunteers', { token })).items).toHaveLength(1)
  const hall = await signInStaff(server, 'clerk')
  expect((await server.call('GET /v1/staff/volunteers', { token: hall.token })).items).toEqual([])
  const { token: volunteer } = await signInStaff(server, 'volunteer')
  expect(await server.refused('GET /v1/staff/volunteers', { token: volunteer })).toMatchObject({ code: 'not_allowed' })
})

test('a volunteer who leaves can do nothing from that moment; their tasks are open again, their mandates ended', async () => {
  const elder = await signInVerified(server, 'wangxiuying')
  const { id } = await askForHelp(server, elder.token)
  const volunteer = await registerAndSignIn(server, 'li.hong')
  await acceptTask(server, volunteer.token, id)
  await grantMandate(server, { id }, volunteer.id)
  const asVolunteer = { token: volunteer.token, mandate: id }
  await server.call('GET /v1/cases', asVolunteer)
  expect(await leave(volunteer.id)).toMatchObject({ active: false })
  expect(await leave(volunteer.id)).toMatchObject({ active: false })
  expect(await server.refused('GET /v1/staff/tasks', { token: volunteer.token, query: {} })).toMatchObject({
    code: 'session_expired',
  })
  expect(await server.refused('GET /v1/cases', asVolunteer)).toMatchObject({ code: 'session_expired' })
  expect(await mandateState(server, id)).toBe('actor')
  expect(await tasksOf(server, supervisor)).toMatchObject([{ id, status: 'open', returned: '志愿者不在这里服务了' }])
  await server.runJob('outbox')
  const { items } = await server.call('GET /v1/messages', { token: elder.token, query: {} })
  expect(items.map(({ title }) => title)).toContain('正在另找志愿者')
  const left = await server.database.read.sql<object[]>`SELECT id FROM audit_records WHERE event = 'volunteer_left'`
  expect(left).toHaveLength(1)
})

test('who has left does not sign in again, and is not told why', async () => {
  const shown = await server.call('POST /v1/staff/volunteers', register('li.hong'))
  await leave(shown.id)
  const totp = (URI.parse(shown.totp) as TOTP).generate({ timestamp: server.clock.now().getTime() })
  const body = { username: 'li.hong', password: shown.password, totp }
  expect(await server.refused('POST /v1/staff/sessions', { body })).toMatchObject({ code: 'sign_in_failed' })
})

test('only volunteers are let go here', async () => {
  const { staffId: id } = await signInStaff(server, 'clerk')
  const attempt = { token: supervisor, params: { id } }
  expect(await server.refused('POST /v1/staff/volunteers/:id/leave', attempt)).toMatchObject({ code: 'not_found' })
})

test('the demonstration’s volunteer has the card of somebody the police know', () => {
  const { residentId, phone, name } = person('liuzhiqiang')
  expect(DEMO_STAFF.find(({ role }) => role === 'volunteer')).toMatchObject({ name, card: { residentId, phone } })
})
