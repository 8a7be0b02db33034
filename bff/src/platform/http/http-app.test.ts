import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { connect } from 'node:net'
import { sensitive } from '../sensitive'
import { bearer, startTestApp, type TestApp } from './http-test-app'
import { createHttpServer } from './http-server'
import { feature } from './register-endpoints'

const base = { summary: '', access: 'public', reply: null, limit: 'read', pii: 'none' } as const
const table = endpoints({ 'GET /v1/fails': base, 'GET /v1/hangs': base, 'GET /v1/waits/:id': base })
const failing = feature(table, {
  'GET /v1/fails': () => Promise.reject(new Error('select * from accounts failed', { cause: new TypeError('inner') })),
  'GET /v1/hangs': () => new Promise(() => undefined),
  'GET /v1/waits/:id': ({ signal }) =>
    new Promise((_, reject) => {
      signal.addEventListener('abort', () => {
        reject(new Error('aborted'))
      })
    }),
})

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ features: [failing] })
})
afterAll(() => app.close())

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error('did not happen')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

describe('errors', () => {
  test('an unknown error says nothing of itself, and is logged with the request id', async () => {
    const response = await app.fetch('/v1/fails')
    const text = await response.text()
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'application/problem+json'])
    expect(text).toContain('"code":"internal_error"')
    expect(text).not.toMatch(/select|accounts|TypeError|inner|stack/)
    const id = response.headers.get('x-request-id') ?? ''
    const line = app
      .logged()
      .split('\n')
      .find((one) => one.includes(id) && one.includes('"level":"error"'))
    expect(line).toMatch(/select \* from accounts failed.*inner/)
  })

  test('an address nobody knows is not_found; a method it does not take is method_not_allowed and told which it takes', async () => {
    const missing = await app.fetch('/v1/nothing-here')
    expect(await missing.json()).toMatchObject({ status: 404, code: 'not_found' })
    const wrong = await app.fetch('/v1/fails', { method: 'DELETE' })
    expect(wrong.headers.get('allow')).toBe('HEAD, GET')
    expect(await wrong.json()).toMatchObject({ status: 405, code: 'method_not_allowed' })
    expect(await (await app.fetch('/v1/fails', { method: 'PROPFIND' })).json()).toMatchObject({ code: 'method_not_allowed' })
  })

  test('a request that takes too long is answered as an error of ours', async () => {
    const impatient = await startTestApp({ features: [failing], timeLimits: { request: 200, body: 200 } })
    const response = await impatient.fetch('/v1/hangs')
    expect(await response.json()).toMatchObject({ status: 500, code: 'internal_error' })
    expect(impatient.logged()).toContain('a request took longer than 200 ms')
    await impatient.close()
  })

  test('when the caller goes, the handler is told by its signal and no error is logged', async () => {
    const patient = await startTestApp({ features: [failing] })
    const leave = new AbortController()
    const asked = patient.fetch('/v1/waits/1', { signal: leave.signal })
    // Itself and the one that waits.
    await until(async () => (await (await patient.fetch('/metrics')).text()).includes('http_requests_in_flight 2'))
    leave.abort()
    await expect(asked).rejects.toThrow()
    await until(() => patient.logged().includes('"endpoint":"GET /v1/waits/:id","method":"GET","status":499'))
    expect(patient.logged()).not.toContain('"level":"error"')
    await patient.close()
  })
})

describe('headers', () => {
  test.each(['/v1/fails', '/nothing', '/healthz', '/openapi.json'])('%s is answered with the strict headers', async (path) => {
    const { headers } = await app.fetch(path)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=()',
    })
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('strict-transport-security')).toBeNull()
  })

  test('a request id from outside is taken only from a trusted proxy, and only when well formed; HSTS only after TLS', async () => {
    const idFor = async (to: TestApp, given: string): Promise<string | null> =>
      (await to.fetch('/healthz', { headers: { 'x-request-id': given } })).headers.get('x-request-id')
    const behind = await startTestApp({ trustProxy: true })
    expect(await idFor(app, 'request-00000001')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idFor(behind, 'request-00000001')).toBe('request-00000001')
    expect(await idFor(behind, 'a b"}')).toMatch(/^[0-9a-f-]{36}$/)
    const secure = await behind.fetch('/healthz', { headers: { 'x-forwarded-proto': 'https' } })
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000')
    await behind.close()
  })
})

describe('health and metrics', () => {
  test('ready only while the database answers and the process is not stopping', async () => {
    let stopping = false
    let database: () => Promise<void> = () => Promise.resolve()
    const one = await startTestApp({ isStopping: () => stopping, askDatabase: () => database() })
    const ready = async (): Promise<unknown> => (await one.fetch('/readyz')).json()
    expect(await ready()).toEqual({ status: 'ready' })
    database = () => Promise.reject(new Error('no connection'))
    expect(await ready()).toEqual({ status: 'not_ready', reason: 'database' })
    database = () => new Promise(() => undefined)
    expect(await ready()).toEqual({ status: 'not_ready', reason: 'database' })
    stopping = true
    expect(await ready()).toEqual({ status: 'not_ready', reason: 'stopping' })
    expect(await (await one.fetch('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await one.fetch('/openapi.json')).status).toBe(503)
    await one.close()
  })

  test('metrics name endpoints by their keys, never by their addresses', async () => {
    const impatient = await startTestApp({ features: [failing], timeLimits: { request: 1000, body: 1000 } })
    await impatient.fetch('/v1/waits/019a9f00')
    await impatient.fetch('/a/path/nobody/knows')
    const text = await (await impatient.fetch('/metrics')).text()
    expect(text).toContain('http_request_duration_seconds_count{endpoint="GET /v1/waits/:id",status="500"} ')
    expect(text).toContain('http_request_duration_seconds_count{endpoint="none",status="404"} ')
    expect(text).toContain('http_requests_in_flight 1')
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
    expect(text + impatient.logged()).not.toMatch(/019a9f00|nobody/)
    await impatient.close()
  })

  test('metrics are for this machine, or for who has the token; a proxy on this machine opens nothing', async () => {
    const guarded = await startTestApp({ metricsToken: sensitive('metrics-token-000001') })
    const statusOf = async (headers: Record<string, string>): Promise<number> =>
      (await guarded.fetch('/metrics', { headers })).status
    const proxied = { 'x-forwarded-for': '203.0.113.9' }
    expect(await statusOf({})).toBe(200)
    expect(await statusOf(proxied)).toBe(404)
    expect(await statusOf({ ...proxied, ...bearer('metrics-token-000002') })).toBe(404)
    expect(await statusOf({ ...proxied, ...bearer('metrics-token-000001') })).toBe(200)
    await guarded.close()
  })
})

/** All that is answered to these bytes, until the connection ends. */
function sendBytes(to: TestApp, bytes: string): Promise<string> {
  return new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(to.url).port), '127.0.0.1', () => socket.write(bytes))
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString()
    })
    // A server that gives up on what it has not read yet resets the connection; the answer is what counts.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(text)
    })
  })
}

const problemIn = (answer: string): unknown => JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as unknown

test('headers that are sent too slowly end the connection', async () => {
  const slow = await startTestApp({}, (listener) =>
    createHttpServer(listener, { headersTimeout: 1000, requestTimeout: 1100, connectionsCheckingInterval: 20 }),
  )
  const answer = await sendBytes(slow, 'GET /healthz HTTP/1.1\r\nHost:')
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(problemIn(answer)).toMatchObject({ status: 408, code: 'request_timeout' })
  await slow.close()
})

test.each([
  ['an address that is too long', `GET /healthz?q=${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431, 'headers_too_large'],
  ['a header that is too long', `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'headers_too_large'],
  ['what is not HTTP', 'HELO one-visit\r\n\r\n', 400, 'malformed_request'],
])('%s is told so as a problem, and the connection ends', async (_, bytes, status, code) => {
  const strict = await startTestApp({}, (listener) => createHttpServer(listener))
  const answer = await sendBytes(strict, bytes)
  expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true)
  expect(answer).toMatch(/\r\nContent-Type: application\/problem\+json\r\n(?:.*\r\n)*Connection: close\r\n/)
  expect(problemIn(answer)).toMatchObject({ status, code, type: `/docs#problem-${code}` })
  await strict.close()
})
