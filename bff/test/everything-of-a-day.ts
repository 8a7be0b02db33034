import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { Secret, TOTP } from 'otpauth'
import { apply } from '../src/features/cross-province/testing/application-calls'
import { mandateCode, taskInHand, WEEK } from '../src/features/proxy/mandates/testing/mandate-calls'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../src/seed-demo'
import { familyIsShown } from './family-of-a-day'
import { helpIsGiven } from './help-of-a-day'
import { licencesOfADay } from './licences'
import { mandatesAreGiven } from './mandates-of-a-day'
import { device, lastCode, person, signInVerified } from './people'
import { signInStaff } from './staff'
import type { TestServer } from './test-server'
import { slotAt } from './visits'
import { residentsVisit, staffServe } from './visits-of-a-day'

/** Every audit event that the contract names, done once. */
export async function doEverything(server: TestServer): Promise<void> {
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

/** What such a day has no use for, so that every body of the contract has been sent. */
export async function doTheRest(client: TestServer): Promise<void> {
  client.clock.advance(60_000)
  const { token } = await client.call('POST /v1/sessions/provincial', {
    body: { code: 'prov-zhangwei-1', device: device(), consent: PRIVACY_VERSION },
  })
  const { name, residentId } = person('zhangwei')
  await client.call('POST /v1/step-up', { token, body: { method: 'real_name', name, residentId } })
  await client.call('POST /v1/message-subscriptions', { token, body: { template: 'visit' } })
  const own = await client.call('POST /v1/health-codes/:person/token', { token, params: { person: 'self' } })
  await client.call('POST /v1/health-code-checks', { body: { token: own.value } })
  const visit = await client.call('POST /v1/appointments', {
    token,
    body: { slotId: (await slotAt(client, 6, { date: '2026-11-24' })).id },
  })
  client.clock.advance(3 * 86_400_000)
  const { token: clerk } = await signInStaff(client)
  await client.call('POST /v1/staff/check-ins', { token: clerk, body: { office: 'hall', by: 'number', value: visit.number } })
  const call = { token: clerk, params: { id: visit.id }, body: { to: 'called', window: '3' } } as const
  await client.call('POST /v1/staff/appointments/:id/status', call)
  const { task, volunteer } = await taskInHand(client)
  const params = { id: task.id }
  const asked = { ...WEEK, evidence: 'phone_code', scan: null } as const
  const { id, number } = await client.call('POST /v1/staff/tasks/:id/mandates', { token: volunteer, params, body: asked })
  await client.runJob('outbox')
  const code = mandateCode(client, person('wangxiuying').phone)
  await client.call('POST /v1/staff/mandates/:id/code', { token: volunteer, params: { id }, body: { code } })
  const ending = { number, lastFour: person('wangxiuying').residentId.slice(-4), from: 'person_phone' } as const
  await client.call('POST /v1/staff/mandates/ending', { token: clerk, body: ending })
}
