import { randomUUID } from 'node:crypto'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { device, person, signInBySms } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { deliverCaseChanged } from './deliver-case-changed'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const deliver = (accountId: string, occasion: string = randomUUID()): Promise<void> =>
  deliverCaseChanged(
    { ...server.deps, ...server.deps.departments.clients },
    {
      accountId,
      occasion,
      followId: randomUUID(),
      itemName: '护照换发',
      statusTitle: '可以领取',
      nextStep: '请带身份证到大厅领取。',
    },
  )

const signInByWechat = (code: string) =>
  server.call('POST /v1/sessions/wechat', { body: { code, device: device(), consent: PRIVACY_VERSION } })

const allow = (token: string) => server.call('POST /v1/message-subscriptions', { token, body: { template: 'case_changed' } })

test('an allowed subscribe message is sent once for each time the person agreed, then SMS takes over', async () => {
  const { token } = await signInByWechat('wx-lixiaohong-1')
  const { account } = await server.call('PUT /v1/account/phone', {
    token,
    body: { method: 'wechat', code: 'phone-lixiaohong-1' },
  })
  expect(await allow(token)).toEqual({ template: 'case_changed', remaining: 1 })
  await deliver(account.id)
  await deliver(account.id)
  expect(server.fakes.wechatSent()).toMatchObject([{ toUser: 'openid-lixiaohong', template: 'tmpl-case-changed' }])
  expect(server.fakes.smsSent(person('lixiaohong').phone)).toHaveLength(1)
  expect((await server.call('GET /v1/messages', { token, query: {} })).items).toHaveLength(2)
})

test('when WeChat says that no permission is left, the message goes by SMS', async () => {
  const { token } = await signInByWechat('wx-lixiaohong-2')
  const { account } = await server.call('PUT /v1/account/phone', {
    token,
    body: { method: 'wechat', code: 'phone-lixiaohong-2' },
  })
  await allow(token)
  server.fakes.refuseMessages('openid-lixiaohong')
  await deliver(account.id)
  expect(server.fakes.wechatSent()).toEqual([])
  expect(server.fakes.smsSent(person('lixiaohong').phone)).toHaveLength(1)
})

test('when WeChat is down the permission is kept for the next try, and the inbox holds one copy', async () => {
  const { token, account } = await signInByWechat('wx-lixiaohong-3')
  await allow(token)
  server.fakes.setFault('wechat', { errorRate: 1 })
  await expect(deliver(account.id, 'one change')).rejects.toMatchObject({ code: 'department_unavailable' })
  server.fakes.clearFaults()
  await deliver(account.id, 'one change')
  expect(server.fakes.wechatSent()).toHaveLength(1)
  expect((await server.call('GET /v1/messages', { token, query: {} })).items).toHaveLength(1)
})

test('a double tap on "tell me" is one permission', async () => {
  const { token } = await signInByWechat('wx-lixiaohong-4')
  const idempotencyKey = randomUUID()
  const body = { template: 'case_changed' } as const
  const replies = await Promise.all(
    [1, 2, 3].map(() => server.call('POST /v1/message-subscriptions', { token, body, idempotencyKey })),
  )
  expect(replies).toEqual(Array(3).fill({ template: 'case_changed', remaining: 1 }))
})

test('the inbox comes in pages, newest first, and counts what is unread', async () => {
  const { token, account } = await signInBySms(server, person('lixiaohong').phone)
  for (let made = 0; made < 3; made += 1) {
    await deliver(account.id)
    server.clock.advance(1000)
  }
  const first = await server.call('GET /v1/messages', { token, query: { limit: 2 } })
  const rest = await server.call('GET /v1/messages', { token, query: { limit: 2, cursor: first.next ?? '' } })
  expect([first.items.length, rest.items.length, first.unread, rest.next]).toEqual([2, 1, 3, null])
  const times = [...first.items, ...rest.items].map(({ at }) => at)
  expect(times).toEqual([...times].sort().reverse())
})

test('a message is marked as read by its owner only', async () => {
  const mine = await signInBySms(server, person('lixiaohong').phone)
  const other = await signInBySms(server, person('liuzhiqiang').phone)
  await deliver(mine.account.id)
  const { items } = await server.call('GET /v1/messages', { token: mine.token, query: {} })
  const params = { id: items[0]?.id ?? '' }
  expect(await server.refused('POST /v1/messages/:id/read', { token: other.token, params })).toMatchObject({ code: 'not_found' })
  await server.call('POST /v1/messages/:id/read', { token: mine.token, params })
  await server.call('POST /v1/messages/:id/read', { token: mine.token, params })
  expect(await server.call('GET /v1/messages', { token: mine.token, query: {} })).toMatchObject({
    unread: 0,
    items: [{ read: true }],
  })
})

test('a message for an account that was deleted meanwhile is dropped quietly', async () => {
  const { token, account } = await signInBySms(server, person('lixiaohong').phone)
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  await expect(deliver(account.id)).resolves.toBeUndefined()
})
