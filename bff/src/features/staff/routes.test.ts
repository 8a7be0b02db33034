import { Secret, TOTP } from 'otpauth'
import { person, signInBySms } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { DEMO_PASSWORD, DEMO_STAFF, DEMO_TOTP_SECRET } from '../../seed-demo'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000
const totp = (): string =>
  new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate({ timestamp: server.clock.now().getTime() })
const credentials = (more: Partial<{ username: string; password: string; totp: string }> = {}) => ({
  body: { username: 'clerk', password: DEMO_PASSWORD, totp: totp(), ...more },
})

test.each(DEMO_STAFF.map(({ username, role, name }) => [username, role, name]))(
  '%s signs in as %s',
  async (username, role, name) => {
    const session = await server.call('POST /v1/staff/sessions', credentials({ username }))
    expect(session).toMatchObject({ role, name })
    expect(await server.call('GET /v1/staff/session', { token: session.token })).toMatchObject({ id: session.id })
  },
)

test('the session says at which office somebody works; null: at all of them', async () => {
  const officeOf = async (username: string) => (await server.call('POST /v1/staff/sessions', credentials({ username }))).office
  expect(await officeOf('clerk')).toBe('hall')
  expect(await officeOf('township-clerk')).toBe('xiadong')
  expect(await officeOf('supervisor')).toBeNull()
})

test.each([
  ['a wrong password', { password: 'wrong' }],
  ['a wrong TOTP code', { totp: '000000' }],
  ['an unknown name', { username: 'nobody' }],
])('%s is refused without saying what was wrong', async (_, wrong) => {
  const refusal = await server.refused('POST /v1/staff/sessions', credentials(wrong))
  expect(refusal).toMatchObject({ code: 'sign_in_failed', detail: '账号、密码或动态码不对。' })
})

test('a TOTP code works once, even when two sign-ins with it arrive together', async () => {
  const same = credentials()
  const outcomes = await Promise.allSettled([1, 2].map(() => server.call('POST /v1/staff/sessions', same)))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await server.refused('POST /v1/staff/sessions', same)).toMatchObject({ code: 'sign_in_failed' })
})

test('after five wrong tries even the right password waits', async () => {
  for (let tried = 0; tried < 5; tried += 1) await server.refused('POST /v1/staff/sessions', credentials({ password: 'wrong' }))
  expect(await server.refused('POST /v1/staff/sessions', credentials())).toMatchObject({ code: 'too_many_attempts' })
})

test('thirty idle minutes end the session; continuing starts them anew, up to eight hours', async () => {
  const { token } = await server.call('POST /v1/staff/sessions', credentials())
  for (let half = 0; half < 16; half += 1) {
    server.clock.advance(29 * MINUTE)
    await server.call('POST /v1/staff/session/renewal', { token })
  }
  server.clock.advance(20 * MINUTE)
  expect(await server.refused('GET /v1/staff/session', { token })).toMatchObject({ code: 'session_expired' })
})

test('asking how long it lasts is no use of the session', async () => {
  const { token } = await server.call('POST /v1/staff/sessions', credentials())
  server.clock.advance(20 * MINUTE)
  await server.call('GET /v1/staff/session', { token })
  server.clock.advance(11 * MINUTE)
  expect(await server.refused('GET /v1/staff/session', { token })).toMatchObject({ code: 'session_expired' })
})

test('a board left open on the counter is no use of the session either', async () => {
  const { token } = await server.call('POST /v1/staff/sessions', credentials())
  const query = { office: 'hall', date: '2026-11-23' } as const
  for (let minute = 0; minute < 30; minute += 10) {
    server.clock.advance(10 * MINUTE - 1)
    await server.call('GET /v1/staff/board', { token, query })
  }
  server.clock.advance(3)
  expect(await server.refused('GET /v1/staff/board', { token, query })).toMatchObject({ code: 'session_expired' })
})

test('signing out ends the session at once', async () => {
  const { token } = await server.call('POST /v1/staff/sessions', credentials())
  await server.call('DELETE /v1/staff/session', { token })
  expect(await server.refused('GET /v1/staff/session', { token })).toMatchObject({ status: 401 })
})

test('residents and staff do not pass as each other', async () => {
  const staff = await server.call('POST /v1/staff/sessions', credentials())
  const resident = await signInBySms(server, person('chenjianguo').phone)
  expect(await server.refused('GET /v1/session', { token: staff.token })).toMatchObject({ code: 'not_allowed' })
  expect(await server.refused('GET /v1/staff/session', { token: resident.token })).toMatchObject({ code: 'not_allowed' })
})
