import { connect } from 'node:net'

import { person, signInBySms } from '../people'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

/** Everything that is answered to these bytes until the server closes the connection. */
function raw(bytes: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => {
      socket.write(bytes)
    })
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('error', reject)
    socket.on('close', () => {
      resolve(text)
    })
  })
}

const answersIn = (text: string): string[] => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status = '']) => status)
const request = (head: string, body = ''): string => `${head}\r\nConnection: close\r\n\r\n${body}`

describe('a request that two servers would cut in different places', () => {
  const HIDDEN = 'GET /v1/session HTTP/1.1\r\nHost: planted\r\n\r\n'
  const post = (...headers: string[]): string =>
    ['POST /v1/sms-codes HTTP/1.1', 'Host: x', 'Content-Type: application/json', ...headers].join('\r\n')

  test.each([
    ['a length and chunks', post('Content-Length: 4', 'Transfer-Encoding: chunked'), `0\r\n\r\n${HIDDEN}`],
    ['chunks and a length', post('Transfer-Encoding: chunked', 'Content-Length: 4'), `0\r\n\r\n${HIDDEN}`],
    ['two lengths', post('Content-Length: 0', `Content-Length: ${HIDDEN.length}`), HIDDEN],
    ['a list of lengths', post(`Content-Length: 0, ${HIDDEN.length}`), HIDDEN],
    ['a length with a sign', post(`Content-Length: +${HIDDEN.length}`), HIDDEN],
    ['a length in hexadecimal', post('Content-Length: 0x5'), HIDDEN],
    ['chunks that are not the last coding', post('Transfer-Encoding: chunked, identity'), `0\r\n\r\n${HIDDEN}`],
    ['a coding that nobody knows', post('Transfer-Encoding: xchunked'), `0\r\n\r\n${HIDDEN}`],
    ['a blank before the colon', post('Transfer-Encoding : chunked'), `0\r\n\r\n${HIDDEN}`],
    ['a folded header', post('X-Folded: a\r\n Transfer-Encoding: chunked', 'Content-Length : 3'), HIDDEN],
    ['a bare line feed in a header', post('X-Planted: a\nTransfer-Encoding: chunked', 'Content-Length: 4'), `0\r\n\r\n${HIDDEN}`],
    ['a chunk size that is none', post('Transfer-Encoding: chunked'), `5;\r\nx\n0\r\n\r\n${HIDDEN}`],
    ['a NUL in a header', post('X-Planted: a\0b'), HIDDEN],
    ['a control character in a header', post('X-Planted: a\u001b[2J'), HIDDEN],
    ['no host', 'GET /v1/county HTTP/1.1', ''],
  ])('%s is refused as a whole, and what hides in it is not answered', async (_, head, body) => {
    const before = server.logged().length
    const statuses = answersIn(await raw(request(head, body)))
    expect(statuses).toEqual(['400'])
    expect(server.logged().slice(before)).not.toContain('GET /v1/session')
  })

  test('a second request on the same connection is nobody’s unless it says whose', async () => {
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    const mine = `GET /v1/session HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n\r\n`
    const nobody = request('GET /v1/session HTTP/1.1\r\nHost: x')
    expect(answersIn(await raw(mine + nobody))).toEqual(['200', '401'])
  })

  test.each([
    ['an address of another machine', 'GET http://planted.invalid/v1/nothing HTTP/1.1\r\nHost: planted.invalid', '404'],
    ['a proxy', 'OPTIONS * HTTP/1.1\r\nHost: x', '404'],
    ['another protocol', 'GET /v1/nothing HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__', '404'],
  ])('nobody takes the server for %s', async (_, head, status) => {
    const text = await raw(request(head))
    expect(answersIn(text)).toEqual([status])
    expect(text).not.toContain('planted')
  })

  test('it makes no tunnel', async () => {
    expect(answersIn(await raw('CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n'))).toEqual([])
  })
})

describe('what a caller writes into a request', () => {
  const PLANTED = 'planted%0d%0aX-Planted:%201%0d%0a%0d%0a<planted>'
  const PATHS = [
    ...['/', '/docs', '/openapi.json', '/healthz', '/.well-known/jwks.json', '/v1/county', '/v1/session', '/v1/status'],
    ...[
      `/${PLANTED}`,
      `/v1/items/${PLANTED}`,
      `/v1/items?department=${PLANTED}`,
      `/v1/slots?office=${PLANTED}`,
      `/v1/regions/${PLANTED}`,
    ],
    ...[
      `//planted.invalid/${PLANTED}`,
      `/v1/county?${PLANTED}=1`,
      `/docs?next=${PLANTED}`,
      '/v1/county/',
      '/V1/COUNTY',
      '/v1//county',
    ],
  ]
  const HEADERS = [
    'Host: planted.invalid',
    'X-Forwarded-Host: planted.invalid',
    'X-Forwarded-Proto: https',
    'X-Forwarded-For: planted',
    'Forwarded: host=planted.invalid',
    'X-Original-URL: /planted',
    'X-Rewrite-URL: /planted',
    'X-HTTP-Method-Override: DELETE',
    'X-Request-Id: planted-0123456789',
    'X-Device-Id: planted',
    'X-Mandate: planted',
    'Idempotency-Key: planted',
    'Authorization: Bearer planted-planted-planted',
    'User-Agent: planted {"level":"fatal"} \u009b2J',
    'Referer: https://planted.invalid/',
    'Origin: https://planted.invalid',
    'If-None-Match: "planted"',
    'Accept: text/planted',
    'Accept-Language: planted',
    'Accept-Encoding: planted',
    'Range: bytes=planted',
    'Cookie: planted=1',
  ]

  test.each(PATHS)('to %s becomes no header of the answer, no address in it, and no line of the log', async (path) => {
    const before = server.logged().length
    const text = await raw(request(`GET ${path} HTTP/1.1\r\n${HEADERS.join('\r\n')}`))
    expect(answersIn(text)).toHaveLength(1)
    const [head = '', body = ''] = text.split(/\r\n\r\n(.*)/s)
    expect(head).not.toMatch(/planted|^location:|^set-cookie:|^refresh:/im)
    expect(head).not.toMatch(/^access-control-allow-origin: (?!\*)/im)
    expect(body).not.toMatch(/planted/i)
    const logged = server.logged().slice(before)
    expect(logged).not.toMatch(/planted/i)
    for (const line of logged.trimEnd().split('\n').filter(Boolean)) expect(() => JSON.parse(line) as unknown).not.toThrow()
  })

  test('says no other method than the request line', async () => {
    const { token } = await signInBySms(server, person('wangxiuying').phone)
    const override = { 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE', 'x-http-method': 'DELETE' }
    expect((await server.ask('GET /v1/sessions', { token, headers: override, query: { _method: 'DELETE' } })).status).toBe(200)
    expect((await server.ask('GET /v1/session', { token })).status).toBe(200)
  })
})
