import { randomUUID } from 'node:crypto'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { device, person, signInBySms } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { deliverVisitNotice } from './deliver-visit-notice'

type VisitNotice = Parameters<typeof deliverVisitNotice>[1]

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const PHONE = person('lixiaohong').phone
const LINK = '/features/appointments/pages/visit/index?id=a1'

const aNotice = (overrides: Partial<VisitNotice>): VisitNotice => ({
  accountId: null,
  phone: null,
  occasion: randomUUID(),
  title: '提醒：您有预约',
  body: '11月24日 周二 上午10:00，茶陵县政务服务中心，户籍和身份证。',
  link: LINK,
  reach: 'urgent',
  ...overrides,
})

const deliver = (overrides: Partial<VisitNotice>): Promise<void> =>
  deliverVisitNotice({ ...server.deps, ...server.deps.departments.clients }, aNotice(overrides))

const texts = () => server.fakes.smsSent(PHONE).filter(({ template }) => template === 'visit_notice')

/** Signed in by WeChat, with a phone. */
async function signIn(): Promise<{ token: string; accountId: string }> {
  const body = { code: 'wx-lixiaohong-1', device: device(), consent: PRIVACY_VERSION } as const
  const { token } = await server.call('POST /v1/sessions/wechat', { body })
  const { account } = await server.call('PUT /v1/account/phone', {
    token,
    body: { method: 'wechat', code: 'phone-lixiaohong-1' },
  })
  return { token, accountId: account.id }
}

const allow = (token: string, template: 'visit' | 'case_changed') =>
  server.call('POST /v1/message-subscriptions', { token, body: { template } })

test('with permission it goes by WeChat, in its own template and to its page; after that an urgent one by SMS', async () => {
  const { token, accountId } = await signIn()
  await allow(token, 'visit')
  await deliver({ accountId })
  await deliver({ accountId })
  expect(server.fakes.wechatSent()).toEqual([
    {
      toUser: 'openid-lixiaohong',
      template: 'tmpl-visit',
      page: 'features/appointments/pages/visit/index?id=a1',
      data: { thing1: { value: '提醒：您有预约' }, thing2: { value: '11月24日 周二 上午10:00，茶…' } },
    },
  ])
  expect(texts().map(({ params }) => params)).toEqual([
    { text: '提醒：您有预约：11月24日 周二 上午10:00，茶陵县政务服务中心，户籍和身份证。' },
  ])
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  expect(items).toMatchObject([
    { kind: 'visit', link: LINK },
    { kind: 'visit', link: LINK },
  ])
})

test('permission for cases is none for visits', async () => {
  const { token, accountId } = await signIn()
  await allow(token, 'case_changed')
  await deliver({ accountId })
  expect(server.fakes.wechatSent()).toEqual([])
  expect(texts()).toHaveLength(1)
})

test('one that is not urgent costs no SMS', async () => {
  const { token, accountId } = await signIn()
  await deliver({ accountId, reach: 'wechat' })
  expect(texts()).toEqual([])
  await allow(token, 'visit')
  await deliver({ accountId, reach: 'wechat' })
  expect(server.fakes.wechatSent()).toHaveLength(1)
  expect((await server.call('GET /v1/messages', { token, query: {} })).unread).toBe(2)
})

test('one for the inbox leaves the permission to the reminder that follows', async () => {
  const { token, accountId } = await signIn()
  await allow(token, 'visit')
  await deliver({ accountId, reach: 'inbox' })
  expect(server.fakes.wechatSent()).toEqual([])
  await deliver({ accountId })
  expect(server.fakes.wechatSent()).toHaveLength(1)
})

test('one that leads nowhere opens the messages', async () => {
  const { token, accountId } = await signIn()
  await allow(token, 'visit')
  await deliver({ accountId, link: null })
  expect(server.fakes.wechatSent()).toMatchObject([{ page: 'pages/messages/index' }])
})

test.each(['inbox', 'wechat', 'urgent'] as const)('whoever has no account is told of everything by SMS (%s)', async (reach) => {
  await deliver({ phone: PHONE, reach })
  expect(texts()).toHaveLength(1)
})

test('delivered twice after a crash, the inbox keeps one copy', async () => {
  const { token, accountId } = await signIn()
  await deliver({ accountId, occasion: 'once', reach: 'inbox' })
  await deliver({ accountId, occasion: 'once', reach: 'inbox' })
  expect((await server.call('GET /v1/messages', { token, query: {} })).items).toHaveLength(1)
})

test('an account that was deleted meanwhile is told nothing, not even by the phone that was given', async () => {
  const { token, account } = await signInBySms(server, PHONE)
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  await deliver({ accountId: account.id, phone: PHONE })
  expect(texts()).toEqual([])
})
