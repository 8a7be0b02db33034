import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { connect, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { startTestApp, type TestApp } from './http-test-app'
import { feature } from './register-endpoints'

const table = endpoints({
  'POST /v1/echo': {
    summary: '',
    access: 'public',
    body: z.object({ text: z.string() }),
    reply: z.object({ length: z.number() }),
    limit: 'read',
    pii: 'none',
  },
})
const echo = feature(table, { 'POST /v1/echo': ({ body }) => Promise.resolve({ length: body.text.length }) })

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ features: [echo], limiter: { take: () => undefined } })
})
afterAll(() => app.close())

async function send(body: RequestInit['body'], headers: Record<string, string> = {}): Promise<[number, string]> {
  const response = await app.fetch('/v1/echo', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body ?? null,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })
  const reply = (await response.json()) as { code?: string; length?: number }
  return [response.status, reply.code ?? String(reply.length)]
}

const textOf = (bytes: number): string => JSON.stringify({ text: 'x'.repeat(bytes - '{"text":""}'.length) })

test('64 KiB are taken and one byte more is not, whether the length is told before or not', async () => {
  const limit = 64 * 1024
  expect(await send(textOf(limit))).toEqual([200, String(limit - 11)])
  expect(await send(textOf(limit + 1))).toEqual([413, 'body_too_large'])
  expect(await send(new Blob([textOf(limit + 1)]).stream())).toEqual([413, 'body_too_large'])
})

test.each([
  ['text/plain', {}],
  ['application/x-www-form-urlencoded', {}],
  ['application/json; charset=gbk', {}],
  ['application/json', { 'content-encoding': 'gzip' }],
])('%s %p is not supported', async (type, headers) => {
  expect(await send(gzipSync('{"text":"x"}'), { 'content-type': type, ...headers })).toEqual([415, 'unsupported_media_type'])
})

test.each(['application/json', 'application/json;charset=UTF-8', 'Application/JSON; charset="utf-8"'])(
  '%s is supported',
  async (type) => {
    expect(await send('{"text":"好"}', { 'content-type': type })).toEqual([200, '1'])
  },
)

test('bytes that are not UTF-8 are refused', async () => {
  expect(await send(Buffer.from([...Buffer.from('{"text":"'), 0xc4, 0xe3, ...Buffer.from('"}')]))).toEqual([
    400,
    'malformed_request',
  ])
})

test('an empty body is refused', async () => {
  expect(await send('')).toEqual([400, 'malformed_request'])
})

function open(to: TestApp): Promise<{ socket: Socket; everything: Promise<string> }> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(to.url).port), '127.0.0.1')
    let text = ''
    const everything = new Promise<string>((done) => {
      socket.on('data', (chunk) => {
        text += chunk.toString()
      })
      socket.on('close', () => {
        done(text)
      })
    })
    socket.once('error', reject)
    socket.once('connect', () => {
      resolve({ socket, everything })
    })
  })
}

test('a body that does not arrive in time is answered, and the connection is closed', async () => {
  const impatient = await startTestApp({ features: [echo], timeLimits: { request: 20_000, body: 300 } })
  const { socket, everything } = await open(impatient)
  socket.write('POST /v1/echo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"text":')
  const answer = await everything
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('"code":"request_timeout"')
  await impatient.close()
})

test('a caller who leaves in the middle of a body is not an error of ours', async () => {
  const { socket, everything } = await open(app)
  socket.write('POST /v1/echo HTTP/1.1\r\nHost: left\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"text":')
  socket.destroy()
  await everything
  while (!app.logged().includes('"status":499')) await new Promise((resolve) => setTimeout(resolve, 10))
  expect(app.logged()).not.toContain('"level":"error"')
})
