import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { Secret, TOTP } from 'otpauth'
import { verifyAudit } from '../../src/platform/audit-verify'
import { apply } from '../../src/features/cross-province/testing/application-calls'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../src/seed-demo'
import { familyIsShown } from '../family-of-a-day'
import { helpIsGiven } from '../help-of-a-day'
import { licencesOfADay } from '../licences'
import { mandatesAreGiven } from '../mandates-of-a-day'
import { device, lastCode, person, signInVerified } from '../people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'
import { residentsVisit, staffServe } from '../visits-of-a-day'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** Every audit event that the contract names, done once. */
async function doEverything(): Promise<void> {
  const { token } = await signInVerified(server, 'lixiaohong')
  const lookUp = { by: 'password', caseNumber: '430224-2026-000123', password: 'A1B2C3' } as const
  const { followProof } = await server.call('POST /v1/case-look-ups', { token, body: lookUp })
  const { id } = await server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
  await server.call('DELETE /v1/follows/:id', { token, params: { id } })
  await server.call('POST /v1/step-up/sms-codes', { token })
  await server.call('POST /v1/step-up', { token, body: { method: 'sms', code: lastCode(server, person('lixiaohong').phone) } })
  await apply(server, { token })
  await server.call('GET /v1/account/export', { token })
  await server.call('PUT /v1/account/phone', { token, body: { method: 'wechat', code: 'phone-lixiaohong-1' } })
  const second = await server.call('POST /v1/sessions/wechat', {
    body: { code: 'wx-zhangwei-1', device: device(), consent: PRIVACY_VERSION },
  })
  await server.call('DELETE /v1/session', { token: second.token })
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  const third = await server.call('POST /v1/sessions/wechat', {
    body: { code: 'wx-zhangwei-2', device: device(), consent: PRIVACY_VERSION },
  })
  await server.call('DELETE /v1/sessions', { token: third.token })
  const totp = new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate({ timestamp: server.clock.now().getTime() })
  const staff = await server.call('POST /v1/staff/sessions', { body: { username: 'clerk', password: DEMO_PASSWORD, totp } })
  await server.call('DELETE /v1/staff/session', { token: staff.token })
  await familyIsShown(server)
  await licencesOfADay(server)
  await residentsVisit(server)
  await staffServe(server)
  await helpIsGiven(server)
  await mandatesAreGiven(server)
}

test('every event that the contract promises is written down, and the chain holds', async () => {
  await doEverything()
  const promised = new Set(Object.values(allEndpoints).flatMap((endpoint) => ('audit' in endpoint ? [endpoint.audit] : [])))
  const written = await server.database.read.sql<{ event: string }[]>`SELECT DISTINCT event FROM audit_records`
  expect(written.map(({ event }) => event).sort()).toEqual([...promised].sort())
  await server.runJob('audit-seal')
  server.clock.advance(120_000)
  expect(await verifyAudit(server.database.read, server.clock)).toMatchObject({ ok: true })
})

test('all that staff did with visits says who of them did it, and why where people count on it', async () => {
  await residentsVisit(server)
  await staffServe(server)
  const { staffId } = await signInStaff(server)
  const records = await server.database.read.sql<{ event: string; actor_id: string; data: string }[]>`
    SELECT event, actor_id, data FROM audit_records WHERE actor_kind = 'staff'`
  expect(new Set(records.map(({ actor_id }) => actor_id))).toEqual(new Set([staffId]))
  const withReason = records.filter(({ data }) => 'reason' in (JSON.parse(data) as object)).map(({ event }) => event)
  expect([...new Set(withReason)].sort()).toEqual([
    'appointment_cancelled_by_staff',
    'appointment_moved_by_staff',
    'day_closed',
    'day_list_taken',
    'slot_capacity_changed',
    'slot_pause_changed',
  ])
})

test('no audit record of a visit names its person', async () => {
  await residentsVisit(server)
  await staffServe(server)
  const rows = await server.database.read.sql<object[]>`SELECT * FROM audit_records`
  const text = JSON.stringify(rows)
  for (const key of ['chenjianguo', 'wangxiuying', 'liuzhiqiang']) {
    for (const fact of [person(key).name, person(key).residentId, person(key).phone]) expect(text).not.toContain(fact)
  }
})
