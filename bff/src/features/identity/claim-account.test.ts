import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { device, lastCode, person, signInBySms, signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { openSlots, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const { name, residentId, phone } = person('wangxiuying')
const real = { name, residentId }

/** The counter asks for help for somebody who has never signed in. */
async function counterAsks(): Promise<string> {
  const { token } = await signInStaff(server, 'township-clerk')
  const place = { way: 'village_centre', office: 'xiadong', address: null, date: '2026-11-24', part: 'any' } as const
  const request = { ...place, member: null, topic: 'book_visit', words: '', phone } as const
  return (await server.call('POST /v1/staff/tasks', { token, body: { person: real, request } })).id
}

/** A clerk enters a visit for them by telephone. */
async function clerkBooks(): Promise<string> {
  await openSlots(server)
  const { token } = await signInStaff(server)
  const slotId = (await slotAt(server, 0)).id
  return (await server.call('POST /v1/staff/appointments', { token, body: { slotId, channel: 'phone', ...real, phone } })).id
}

const accounts = () =>
  server.database.read.sql<{ id: string; counter_made: number }[]>`SELECT id, counter_made FROM accounts ORDER BY id`

test('who verifies their name gets the account that staff made, and nothing of theirs is lost', async () => {
  const requestId = await counterAsks()
  const visitId = await clerkBooks()
  const [made] = await accounts()
  await server.runJob('outbox')
  const { token, id: sessionId } = await signInBySms(server, phone)
  const second = await signInBySms(server, phone)
  await server.call('POST /v1/message-subscriptions', { token, body: { template: 'visit' } })
  const session = await server.call('POST /v1/real-name', { token, body: real })
  expect(session).toMatchObject({ id: sessionId, assurance: 2, account: { id: made?.id, phone: '138****0001' } })
  expect(await accounts()).toEqual([{ id: made?.id, counter_made: 0 }])
  expect((await server.call('GET /v1/help-requests', { token })).items).toMatchObject([{ id: requestId, status: 'open' }])
  expect(await server.call('GET /v1/appointments', { token })).toMatchObject({ active: [{ id: visitId }] })
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  expect(items.map(({ title }) => title).sort()).toEqual(['已登记您的求助', '预约成功'])
  const counted = await server.database.read.sql<object[]>`SELECT account_id, remaining FROM message_subscriptions`
  expect(counted).toEqual([{ account_id: made?.id, remaining: 1 }])
  expect(await server.call('GET /v1/session', { token: second.token })).toMatchObject({ account: { id: made?.id } })
})

test('the same phone opens it again, and a new code goes to it', async () => {
  await counterAsks()
  const { account } = await signInVerified(server, 'wangxiuying')
  server.clock.advance(120_000)
  const again = await signInBySms(server, phone)
  expect(again).toMatchObject({ account: { id: account.id }, assurance: 2 })
  await server.call('POST /v1/step-up/sms-codes', { token: again.token })
  const body = { method: 'sms', code: lastCode(server, phone) } as const
  expect(await server.call('POST /v1/step-up', { token: again.token, body })).toMatchObject({ assurance: 3 })
})

test('WeChat moves over too', async () => {
  await counterAsks()
  const wechat = (turn: number) =>
    server.call('POST /v1/sessions/wechat', {
      body: { code: `wx-wangxiuying-${turn}`, device: device(), consent: PRIVACY_VERSION },
    })
  const { token } = await wechat(1)
  const { account } = await server.call('POST /v1/real-name', { token, body: real })
  expect(await wechat(2)).toMatchObject({ account: { id: account.id, wechatBound: true } })
})

test('by the provincial account it is theirs at once, and nobody else gets it afterwards', async () => {
  await counterAsks()
  const [made] = await accounts()
  const body = { code: 'prov-wangxiuying-1', device: device(), consent: PRIVACY_VERSION } as const
  expect(await server.call('POST /v1/sessions/provincial', { body })).toMatchObject({ account: { id: made?.id } })
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  expect(await server.refused('POST /v1/real-name', { token, body: real })).toMatchObject({ code: 'already_bound' })
})

test('of two who claim it at once one gets it', async () => {
  await counterAsks()
  const claims = await Promise.all(['wangxiuying', 'lixiaohong'].map((key) => signInBySms(server, person(key).phone)))
  const outcomes = await Promise.allSettled(claims.map(({ token }) => server.call('POST /v1/real-name', { token, body: real })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await accounts()).toHaveLength(2)
})

test('a second tap while the first is under way is the same', async () => {
  await counterAsks()
  const { token } = await signInBySms(server, phone)
  const [first, second] = await Promise.all([1, 2].map(() => server.call('POST /v1/real-name', { token, body: real })))
  expect(first).toMatchObject({ account: { id: second?.account.id } })
  expect(await accounts()).toHaveLength(1)
})

test('an account with a way to sign in is never joined, nor one with another name', async () => {
  await signInVerified(server, 'wangxiuying')
  await counterAsks()
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  expect(await server.refused('POST /v1/real-name', { token, body: real })).toMatchObject({ code: 'already_bound' })
  expect(await accounts()).toHaveLength(2)
})

test('who has a real name already does not get another’s account', async () => {
  await counterAsks()
  const { token } = await signInVerified(server, 'lixiaohong')
  expect(await server.refused('POST /v1/real-name', { token, body: real })).toMatchObject({ code: 'already_bound' })
})

test('who has never signed in is told of a visit by SMS', async () => {
  await counterAsks()
  await clerkBooks()
  await server.runJob('outbox')
  expect(
    server.fakes
      .smsSent(phone)
      .map(({ template }) => template)
      .sort(),
  ).toEqual(['help_request', 'visit_notice'])
})

test('somebody who has never signed in cannot be asked in an app', async () => {
  await counterAsks()
  const { token } = await signInVerified(server, 'lixiaohong')
  const ask = { token, body: { ...real, relation: 'parent' as const } }
  expect(await server.refused('POST /v1/family', ask)).toMatchObject({ code: 'consent_not_possible' })
})
