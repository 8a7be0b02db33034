import { createApi, type ApiSetup } from './api'
import { localProblem, type ApiProblem } from './api-problem'
import type { TransportReply, TransportRequest } from './transport'

function setUp(replies: (TransportReply | ApiProblem)[], more: Partial<ApiSetup> = {}) {
  const sent: TransportRequest[] = []
  let ids = 0
  const api = createApi({
    baseUrl: 'https://bff.test',
    transport: (request) => {
      sent.push(request)
      const reply = replies.shift()
      if (reply === undefined) throw new Error('more requests than answers')
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
    },
    getToken: () => null,
    isActingNow: () => true,
    getDeviceId: () => Promise.resolve('device-1'),
    newId: () => Promise.resolve(`id-${String((ids += 1))}`),
    timeoutMs: 1000,
    ...more,
  })
  return { api, sent }
}

const ok = (body: unknown): TransportReply => ({ status: 200, body })

test('path parameters and query are written into the address, encoded', async () => {
  const { api, sent } = setUp([ok({}), ok({})])
  await api.call('GET /v1/follows/:id', { params: { id: 'a/b' } })
  await api.call('GET /v1/messages', { query: { cursor: '甲&乙', limit: undefined } })
  expect(sent.map((request) => request.url)).toEqual([
    'https://bff.test/v1/follows/a%2Fb',
    'https://bff.test/v1/messages?cursor=%E7%94%B2%26%E4%B9%99',
  ])
})

test('token and device go along; a GET carries neither body nor idempotency key', async () => {
  const { api, sent } = setUp([ok({})], { getToken: () => 'secret' })
  await api.call('GET /v1/county')
  expect(sent[0]?.headers).toEqual({ Accept: 'application/json', Authorization: 'Bearer secret', 'X-Device-Id': 'device-1' })
  expect(sent[0]?.body).toBeUndefined()
})

test('every POST has an idempotency key of its own unless the caller brings one', async () => {
  const { api, sent } = setUp([ok({}), ok({}), ok({})])
  await api.call('POST /v1/follows', { body: { proof: 'p' } })
  await api.call('POST /v1/follows', { body: { proof: 'p' } })
  await api.call('POST /v1/follows', { body: { proof: 'p' }, idempotencyKey: 'mine' })
  expect(sent.map((request) => request.headers['Idempotency-Key'])).toEqual(['id-1', 'id-2', 'mine'])
})

test('a long body is given the time it needs to leave on a weak signal', async () => {
  const { api, sent } = setUp([ok({}), ok({})])
  await api.call('GET /v1/county')
  await api.call('POST /v1/follows', { body: { proof: 'p'.repeat(600_000) } })
  expect(sent[0]?.timeoutMs).toBe(1000)
  expect(sent[1]?.timeoutMs).toBeGreaterThan(100_000)
})

test.each([
  ['cut off on the way', null],
  ['the page of a hotspot', '<html>请先登录无线网络</html>'],
])('a reply that says 200 but is %s is no answer', async (_, body) => {
  const { api } = setUp([ok(body)])
  await expect(api.call('GET /v1/county')).rejects.toMatchObject({ code: 'unreadable_reply' })
})

test('a reply that says 204 has nothing in it', async () => {
  const { api } = setUp([{ status: 204, body: null }])
  await expect(api.call('DELETE /v1/session')).resolves.toBeUndefined()
})

test('problem details arrive as a typed problem, and the listener hears of it', async () => {
  const heard: string[] = []
  const body = {
    code: 'invalid_input',
    title: '请检查填写的内容',
    detail: '有一处不对',
    action: '按提示修改',
    requestId: 'R1',
    fields: [{ path: 'phone', message: '请填写 11 位手机号' }, { path: 3 }],
    retryAfter: 5,
  }
  const { api } = setUp([{ status: 422, body }], { onProblem: (problem) => heard.push(problem.code) })
  const failure = api.call('POST /v1/sms-codes', { body: { phone: '1' } })
  await expect(failure).rejects.toMatchObject({
    code: 'invalid_input',
    detail: '有一处不对',
    requestId: 'R1',
    retryAfter: 5,
    fields: [{ path: 'phone', message: '请填写 11 位手机号' }],
  })
  expect(heard).toEqual(['invalid_input'])
})

test.each([
  ['an HTML page of a proxy', '<html>502</html>'],
  ['a code alone', { code: 'not_found' }],
  ['nothing', null],
])('%s becomes unreadable_reply', async (_, body) => {
  const { api } = setUp([{ status: 502, body }])
  await expect(api.call('GET /v1/county')).rejects.toMatchObject({ code: 'unreadable_reply' })
})

test('a problem that is newer than the app is told in the words of the BFF', async () => {
  const body = { code: 'brand_new', title: '今天不办这一项', action: '请明天再来。' }
  const { api } = setUp([{ status: 409, body }])
  await expect(api.call('GET /v1/county')).rejects.toMatchObject({ ...body, detail: '今天不办这一项' })
})

test('a GET is tried once more after a dead network', async () => {
  const { api, sent } = setUp([localProblem('offline'), ok({ name: '茶陵县' })])
  await expect(api.call('GET /v1/county')).resolves.toEqual({ name: '茶陵县' })
  expect(sent).toHaveLength(2)
})

test('a GET that timed out, and any POST, is not tried again', async () => {
  const { api, sent } = setUp([localProblem('timeout'), localProblem('offline')])
  await expect(api.call('GET /v1/county')).rejects.toMatchObject({ code: 'timeout', isNetwork: true })
  await expect(api.call('POST /v1/sms-codes', { body: { phone: '1' } })).rejects.toMatchObject({ code: 'offline' })
  expect(sent).toHaveLength(2)
})

test('204 gives nothing', async () => {
  const { api } = setUp([{ status: 204, body: null }])
  await expect(api.call('DELETE /v1/session')).resolves.toBeUndefined()
})
