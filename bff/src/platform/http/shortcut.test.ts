import { request } from 'node:http'
import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { bearer, startTestApp, type TestApp, TOKENS } from './http-test-app'
import type { HttpAppDeps } from './http-app'
import { createMetrics } from './metrics'
import { PreparedReply } from './prepared-reply'
import { createRateLimiter, type RateLimiter } from './rate-limiter'
import { RATE_LIMITS } from './rate-limits'
import { feature } from './register-endpoints'

const List = z.object({ items: z.array(z.string()) })
const base = { summary: '', limit: 'read', reply: List } as const
const table = endpoints({
  'GET /v1/times': { ...base, access: 'public', pii: 'none', query: z.object({ day: z.iso.date('日期不正确') }) },
  'GET /v1/mine': { ...base, access: 'resident', onBehalf: 'never', pii: 'personal' },
  'POST /v1/times': { ...base, access: 'public', pii: 'none' },
})
const LIST = { items: ['上午九点', '下午一点'] }
const REPLY = PreparedReply.of(LIST)
const ADDRESS = '/v1/times?day=2026-11-25'
const DEVICE = '7d9f2a3e-0000-4000-8000-000000000001'

let handled: number
const times = feature(table, {
  'GET /v1/times': () => {
    handled += 1
    return Promise.resolve(REPLY)
  },
  'GET /v1/mine': () => Promise.resolve(LIST),
  'POST /v1/times': () => Promise.resolve(LIST),
})

/** Remembers whom it counted. */
function recordingLimiter(): RateLimiter & { readonly seen: unknown[] } {
  const seen: unknown[] = []
  return { seen, take: (limit, subjects) => void seen.push({ limit, ...subjects }) }
}

type Options = Partial<HttpAppDeps>
const shortcuts = [{ endpoint: 'GET /v1/times', find: (url: string) => (url === ADDRESS ? () => REPLY : null) }]
const later = [{ endpoint: 'GET /v1/times', find: (url: string) => (url === ADDRESS ? () => Promise.resolve(REPLY) : null) }]
const opened: TestApp[] = []
async function start(options: Options): Promise<TestApp> {
  const app = await startTestApp({ features: [times], endpoints: table, ...options })
  opened.push(app)
  return app
}
beforeEach(() => {
  handled = 0
})
afterEach(() => Promise.all(opened.splice(0).map((app) => app.close())))

interface Raw {
  readonly status: number
  readonly headers: readonly string[]
  readonly body: string
}

/** The answer as it came over the wire: header names in their own spelling, sorted; without what differs from request to request. */
function ask(app: TestApp, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(app.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const names = response.rawHeaders.filter((_, index) => index % 2 === 0)
        const lines = names.map((name, index) => `${name}: ${response.rawHeaders[index * 2 + 1] ?? ''}`)
        const lasting = lines
          .map((line) => line.replace(/^(X-Request-Id): [0-9a-f-]{36}$/, '$1: made here'))
          .filter((line) => !line.startsWith('Date: '))
        const body = Buffer.concat(chunks).toString()
        resolve({
          status: response.statusCode ?? 0,
          headers: lasting.sort(),
          body: body.replace(/"requestId":"[^"]+"/, '"requestId":""'),
        })
      })
    })
    asked.on('error', reject).end()
  })
}

describe('an answer before Koa is the answer of Koa', () => {
  const cases: Record<string, { headers?: Record<string, string>; status?: number; options?: Options; short?: false }> = {
    plain: {},
    'with a token and a device': { headers: { ...bearer(TOKENS.resident), 'X-Device-Id': DEVICE.toUpperCase() } },
    'with the tag of this reply': { headers: { 'If-None-Match': REPLY.etag }, status: 304 },
    'with the tag of an older reply': { headers: { 'If-None-Match': '"AAAAAAAAAAAAAAAAAAAAAA"' } },
    'with several tags': { headers: { 'If-None-Match': `"x", W/${REPLY.etag}` }, status: 304, short: false },
    'with any tag': { headers: { 'If-None-Match': '*' }, status: 304, short: false },
    'with a tag and a forced reload': {
      headers: { 'If-None-Match': REPLY.etag, 'Cache-Control': 'no-cache' },
      short: false,
    },
    'with a tag and a date': {
      headers: { 'If-None-Match': REPLY.etag, 'If-Modified-Since': 'Sat, 21 Nov 2026 01:02:03 GMT' },
      short: false,
    },
    'with a date alone': { headers: { 'If-Modified-Since': 'Sat, 21 Nov 2026 01:02:03 GMT' } },
    'with a connection that ends': { headers: { Connection: 'close' } },
    'with a request id of a stranger': { headers: { 'X-Request-Id': 'request-00000001' } },
    'behind a proxy': {
      headers: {
        ...{ 'X-Request-Id': 'request-00000001', 'X-Forwarded-Proto': 'HTTPS, http' },
        'X-Forwarded-For': '10.0.0.1, 2001:db8::1',
      },
      options: { trustProxy: true },
    },
    'behind a proxy that says little': {
      headers: { 'X-Request-Id': 'no', 'X-Forwarded-Proto': 'http', 'X-Forwarded-For': '10.0.0.1, ' },
      options: { trustProxy: true },
    },
    'with headers of a proxy that is not trusted': {
      headers: { 'X-Forwarded-Proto': 'https', 'X-Forwarded-For': '10.0.0.1' },
    },
    'while the process stops': { options: { isStopping: () => true }, status: 503, short: false },
  }

  test.each(Object.keys(cases))('%s', async (name) => {
    const { headers, status = 200, options, short = true } = cases[name] ?? {}
    const limiters = [recordingLimiter(), recordingLimiter()] as const
    const read = await start({ ...options, shortcuts: later })
    const long = await start({ ...options, limiter: limiters[0] })
    const quick = await start({ ...options, limiter: limiters[1], shortcuts })
    const expected = await ask(long, ADDRESS, headers)
    handled = 0
    const answer = await ask(quick, ADDRESS, headers)
    expect([answer, await ask(read, ADDRESS, headers)]).toEqual([expected, expected])
    expect([answer.status, handled]).toEqual([status, short || status === 503 ? 0 : 2])
    const withoutAccounts = (seen: readonly unknown[]): unknown[] =>
      seen.filter((one) => !Object.hasOwn(one as object, 'account'))
    expect(limiters[1].seen).toEqual(withoutAccounts(limiters[0].seen))
    if (status === 200) expect(JSON.parse(answer.body)).toEqual(LIST)
  })
})

describe('what is out of the ordinary goes through Koa', () => {
  test('a reply that cannot be read', async () => {
    const failing = [{ endpoint: 'GET /v1/times', find: () => () => Promise.reject(new Error('the disk is gone')) }]
    const app = await start({ shortcuts: failing })
    expect(await ask(app, ADDRESS)).toEqual(await ask(await start({}), ADDRESS))
    expect(handled).toBe(2)
  })

  test('another address, a wrong one with all that is wrong, another method', async () => {
    const app = await start({ shortcuts })
    expect((await ask(app, '/v1/times?day=2026-11-26')).status).toBe(200)
    const wrong = await ask(app, '/v1/times?day=2026-11-31')
    expect([wrong.status, JSON.parse(wrong.body)]).toMatchObject([422, { fields: [{ path: 'day', message: '日期不正确' }] }])
    expect((await ask(app, '/v1/mine')).status).toBe(401)
    const head = await ask(app, ADDRESS, {}, 'HEAD')
    expect([head.status, head.body, head.headers.includes(`ETag: ${REPLY.etag}`)]).toEqual([200, '', true])
    expect((await ask(app, ADDRESS, {}, 'DELETE')).status).toBe(405)
    expect(handled).toBe(2)
  })

  test('only a public GET without personal data may be answered so', async () => {
    for (const endpoint of ['GET /v1/mine', 'POST /v1/times', 'GET /v1/nothing'])
      await expect(start({ shortcuts: [{ endpoint, find: () => () => REPLY }] })).rejects.toThrow('no public GET')
  })
})

test('the same limits hold: the last of them is refused by Koa, however its requests were answered', async () => {
  const allowance = { burst: 3, perMinute: 1 }
  const row = { account: allowance, device: allowance, network: { burst: 100, perMinute: 1 } }
  const app = await start({ shortcuts, limiter: createRateLimiter({ now: () => new Date(0) }, { ...RATE_LIMITS, read: row }) })
  const from = (device: string): Promise<Raw> => ask(app, ADDRESS, { 'X-Device-Id': device })
  expect((await ask(app, '/v1/times?day=2026-11-26', { 'X-Device-Id': DEVICE })).status).toBe(200)
  expect([(await from(DEVICE)).status, (await from(DEVICE)).status]).toEqual([200, 200])
  const refused = await from(DEVICE)
  expect([refused.status, refused.headers.includes('Retry-After: 60')]).toEqual([429, true])
  expect((await from(DEVICE.replace('1', '2'))).status).toBe(200)
})

test('each is counted and logged under the name of its endpoint, with the request id that it was answered with', async () => {
  const metrics = createMetrics()
  const app = await start({ shortcuts, metrics })
  await ask(app, '/v1/times?day=2026-11-26')
  const { headers } = await app.fetch(ADDRESS)
  await ask(app, ADDRESS, { 'If-None-Match': REPLY.etag })
  const text = await metrics.registry.metrics()
  expect(text).toContain('http_request_duration_seconds_count{endpoint="GET /v1/times",status="200"} 2')
  expect(text).toContain('http_request_duration_seconds_count{endpoint="GET /v1/times",status="304"} 1')
  const lines = app
    .logged()
    .split('\n')
    .filter((line) => line.includes('"msg":"request"'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines.map((line) => Object.keys(line).sort())).toEqual(
    Array.from({ length: 3 }, () => Object.keys(lines[0] ?? {}).sort()),
  )
  expect(lines[1]).toMatchObject({ level: 'info', endpoint: 'GET /v1/times', method: 'GET', status: 200 })
  expect(lines[1]?.['requestId']).toBe(headers.get('x-request-id'))
})

test.each(['before Koa', 'by Koa'])(
  'a prepared reply that is sent %s is checked against the contract like any other',
  async (where) => {
    const wrong = PreparedReply.of({ items: ['上午九点'], secret: 'unexpected' })
    const app = await start({
      shortcuts: where === 'by Koa' ? [] : [{ endpoint: 'GET /v1/times', find: () => () => wrong }],
      features: [
        feature(table, {
          'GET /v1/times': () => Promise.resolve(wrong),
          'GET /v1/mine': () => Promise.resolve(LIST),
          'POST /v1/times': () => Promise.resolve(LIST),
        }),
      ],
    })
    expect((await ask(app, ADDRESS)).status).toBe(500)
    expect(app.logged()).toContain('the reply of GET /v1/times says more than the contract')
  },
)
