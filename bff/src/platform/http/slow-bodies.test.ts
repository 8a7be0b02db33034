import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { type EndpointTable, endpoints } from '@one-visit/shared/kernel/endpoints'
import { connect, type Socket } from 'node:net'
import { z } from 'zod'
import { createHttpServer } from './http-server'
import { startTestApp, type TestApp } from './http-test-app'
import { feature } from './register-endpoints'

const PARTS = { summary: '', access: 'public', limit: 'read', pii: 'none' } as const
const ECHO = { ...PARTS, body: z.object({ text: z.string() }), reply: z.object({ length: z.number() }) } as const
const table = endpoints({
  'POST /v1/usual': ECHO,
  'POST /v1/patient': { ...ECHO, bodyLimit: 600_000, bodySeconds: 600 },
  'POST /v1/half-second': { ...ECHO, bodyLimit: 600_000, bodySeconds: 0.5 },
  'POST /v1/never': { ...PARTS, reply: null },
})
const lengthOf = ({ body }: { readonly body: { readonly text: string } }) => Promise.resolve({ length: body.text.length })
const echo = feature(table, {
  ...{ 'POST /v1/usual': lengthOf, 'POST /v1/patient': lengthOf, 'POST /v1/half-second': lengthOf },
  'POST /v1/never': () => new Promise<void>(() => undefined),
})

let app: TestApp
afterEach(() => app.close())

/** Shorter than what the patient endpoint takes on purpose: both must not be what ends it. */
const impatient = (timeouts?: Parameters<typeof createHttpServer>[1]): Promise<TestApp> =>
  startTestApp({ features: [echo], limiter: { take: () => undefined }, timeLimits: { request: 2_000, body: 200 } }, (listener) =>
    createHttpServer(listener, timeouts),
  )

interface Sending {
  readonly socket: Socket
  /** All that was answered, once the connection is closed. */
  readonly everything: Promise<string>
}

/** Begins a request whose body has so many bytes. */
function begin(path: string, length: number): Promise<Sending> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    let text = ''
    const everything = new Promise<string>((done) => {
      socket.on('data', (chunk) => (text += chunk.toString()))
      // Cut off in the middle of sending: what was answered before counts.
      socket.on('error', () => undefined)
      socket.on('close', () => {
        done(text)
      })
    })
    socket.once('connect', () => {
      const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`
      socket.write(head)
      resolve({ socket, everything })
    })
  })
}

/** A few bytes now and then, for as long as anybody takes them. */
async function trickle({ socket, everything }: Sending): Promise<string> {
  const timer = setInterval(() => socket.write('x'.repeat(10)), 20)
  return everything.finally(() => {
    clearInterval(timer)
  })
}

const bodyOf = (bytes: number): string => JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) })

test('a large body that comes slowly, but comes, is taken where the endpoint says so', async () => {
  app = await impatient()
  const body = bodyOf(560_000)
  const upload = await begin('/v1/patient', body.length)
  upload.socket.write(body.slice(0, 1_000))
  // A usual body is cut off meanwhile, and so is a usual request.
  expect(await (await begin('/v1/usual', 1_000)).everything).toMatch(/^HTTP\/1\.1 408 /)
  expect((await app.fetch('/v1/never', { method: 'POST' })).status).toBe(500)
  upload.socket.write(body.slice(1_000))
  const answer = await upload.everything
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).toContain(`{"length":${body.length - 11}}`)
})

test('one that never ends is ended by the time that the endpoint gives it', async () => {
  app = await impatient({ unreadTimeout: 200 })
  const answer = await trickle(await begin('/v1/half-second', 599_999))
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('"code":"request_timeout"')
})

test('and by its size, whatever it said before', async () => {
  app = await impatient({ unreadTimeout: 200 })
  expect(await trickle(await begin('/v1/patient', 600_001))).toMatch(/^HTTP\/1\.1 413 /)
})

test('what is refused before it is read cannot be sent for ever', async () => {
  app = await impatient({ unreadTimeout: 200 })
  const answer = await trickle(await begin('/v1/nowhere', 600_000))
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
})

describe('headers', () => {
  const HEAD = 'POST /v1/usual HTTP/1.1\r\nHost: x\r\n'

  /** Writes a piece now and then until the server has had enough. */
  async function drip(piece: (count: number) => string): Promise<string> {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    let [text, count] = ['', 0]
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', () => undefined)
    socket.write(HEAD)
    const timer = setInterval(() => socket.write(piece(count++)), 10)
    return new Promise((done) => {
      socket.on('close', () => {
        clearInterval(timer)
        done(text)
      })
    })
  }

  test('that never end are ended', async () => {
    app = await impatient({ headersTimeout: 200, connectionsCheckingInterval: 50 })
    expect(await drip((count) => `X-${count}: 1\r\n`)).toMatch(/^HTTP\/1\.1 408 /)
  })

  test('that grow beyond all bounds are ended', async () => {
    app = await impatient()
    expect(await drip((count) => `X-${count}: ${'x'.repeat(1_000)}\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  })
})

test('the server waits longer for a request than any endpoint for its body', async () => {
  app = await impatient()
  const { requestTimeout } = createHttpServer(() => undefined)
  const longest = Math.max(...Object.values(allEndpoints as EndpointTable).map(({ bodySeconds = 0 }) => bodySeconds))
  expect(longest).toBeGreaterThan(60)
  expect(requestTimeout).toBeGreaterThan((longest + 20) * 1000)
})
