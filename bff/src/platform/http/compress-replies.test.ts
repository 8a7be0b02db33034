import { request } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { problem } from '../errors'
import { bearer, startTestApp, type TestApp, TOKENS } from './http-test-app'
import { PreparedReply } from './prepared-reply'
import { feature } from './register-endpoints'

const List = z.object({ items: z.array(z.string()) })
const base = { summary: '', limit: 'read', reply: List } as const
const table = endpoints({
  'GET /v1/found': { ...base, access: 'public', pii: 'none', query: z.object({ q: z.string() }) },
  'GET /v1/lasting': { ...base, access: 'public', pii: 'none' },
  'GET /v1/times': { ...base, access: 'public', pii: 'none' },
  'GET /v1/refused': { ...base, access: 'public', pii: 'none' },
  'POST /v1/found': { ...base, access: 'public', pii: 'none' },
  'GET /v1/about-somebody': { ...base, access: 'public', pii: 'personal' },
  'GET /v1/mine': { ...base, access: 'resident', onBehalf: 'never', pii: 'none' },
})
const long = { items: Array.from({ length: 100 }, (_, index) => `身份证到期换领 ${index}`) }
const lasting = PreparedReply.lasting(long)
const times = PreparedReply.of(long)
const reply = (): Promise<typeof long> => Promise.resolve(long)

let app: TestApp
beforeAll(async () => {
  const features = [
    feature(table, {
      'GET /v1/found': ({ query }) => Promise.resolve(query.q === 'little' ? { items: ['一'] } : long),
      'GET /v1/lasting': () => Promise.resolve(lasting),
      'GET /v1/times': () => Promise.resolve(times),
      'GET /v1/refused': () => Promise.reject(problem('not_found', { detail: '没有'.repeat(1000) })),
      'POST /v1/found': reply,
      'GET /v1/about-somebody': reply,
      'GET /v1/mine': reply,
    }),
  ]
  app = await startTestApp({ features, endpoints: table })
})
afterAll(() => app.close())

interface Raw {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** As it comes over the wire: fetch would decompress it. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(app.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
      })
    })
    asked.on('error', reject).end()
  })
}

const READ = {
  br: (body: Buffer) => brotliDecompressSync(body).toString(),
  gzip: (body: Buffer) => gunzipSync(body).toString(),
}
const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe.each(['/v1/found?q=a', '/v1/lasting'])('%s', (path) => {
  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
  ] as const)('for "%s" is %s', async (accepted, encoding) => {
    const { status, headers, body } = await raw(path, { 'accept-encoding': accepted })
    expect([status, headers['content-encoding'], headers['vary']]).toEqual([200, encoding, 'Accept-Encoding'])
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    expect(body.length).toBeLessThan(1000)
    expect(READ[encoding](body)).toBe(JSON.stringify(long))
  })

  test.each([{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'compress' }])(
    'for %j is as it is',
    async (accepted) => {
      const { headers, body } = await raw(path, accepted)
      expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, 'Accept-Encoding'])
      expect(body.toString()).toBe(JSON.stringify(long))
    },
  )

  test('is asked about again by one tag for all its forms, and kept as before', async () => {
    const [compressed, plain] = [await raw(path, BROWSER), await raw(path)]
    expect(compressed.headers['etag']).toMatch(/^W\/"[\w-]{22}"$/)
    expect(plain.headers['etag']).toBe(compressed.headers['etag'])
    expect(compressed.headers['cache-control']).toBe('no-cache')
    for (const headers of [BROWSER, {}]) {
      const again = await raw(path, { ...headers, 'if-none-match': String(compressed.headers['etag']) })
      expect([again.status, again.body.length, again.headers['content-encoding']]).toEqual([304, 0, undefined])
      expect([again.headers['etag'], again.headers['vary']]).toEqual([compressed.headers['etag'], 'Accept-Encoding'])
    }
  })

  test('to HEAD says nothing that is not true of GET', async () => {
    const [head, get] = [await raw(path, BROWSER, 'HEAD'), await raw(path, BROWSER)]
    expect([head.status, head.body.length]).toEqual([200, 0])
    for (const name of ['etag', 'vary', 'cache-control', 'content-type']) expect(head.headers[name]).toBe(get.headers[name])
    expect([get.headers['content-length'], undefined]).toContain(head.headers['content-length'])
  })
})

test('a short answer is sent as it is', async () => {
  const { headers, body } = await raw('/v1/found?q=little', BROWSER)
  expect([headers['content-encoding'], headers['content-length']]).toEqual([undefined, String(body.length)])
})

test('so are free times, whose list changes with each booking', async () => {
  const { headers } = await raw('/v1/times', BROWSER)
  expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined])
  expect(headers['etag']).toBe(times.etag)
})

test.each([
  ['GET', '/v1/about-somebody'],
  ['GET', '/v1/mine'],
  ['GET', '/v1/refused'],
  ['POST', '/v1/found'],
])('%s %s may hold what its length would give away: never compressed', async (method, path) => {
  const { headers, body } = await raw(path, { ...BROWSER, ...bearer(TOKENS.resident) }, method)
  expect(body.length).toBeGreaterThan(1000)
  expect([headers['content-encoding'], headers['cache-control']]).toEqual([undefined, 'no-store'])
})

test.each(['/openapi.json', '/docs'])('%s is compressed', async (path) => {
  const { headers, body } = await raw(path, BROWSER)
  expect([headers['content-encoding'], headers['vary']]).toEqual(['br', 'Accept-Encoding'])
  expect(READ.br(body)).toContain('/v1/found')
})
