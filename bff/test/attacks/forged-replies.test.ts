import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { closeServer, crookedDepartments, type Forged, listenOnLoopback } from '../crooked-departments'
import { person, signInBySms, signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'

const departments = crookedDepartments()
const CASE = { by: 'password', caseNumber: '430224-2026-000123', password: 'A1B2C3' } as const

/** Where nobody should ever come. */
let visits = 0
const elsewhere = createServer((_, response) => {
  visits += 1
  response.end('{"errcode":0,"data":{"result":"1"}}')
})
let away: string
let server: TestServer
beforeAll(async () => {
  away = await listenOnLoopback(elsewhere)
  server = await startTestServer({ departmentsAt: departments.at })
})
afterAll(async () => {
  await server.close()
  await departments.close()
  await closeServer(elsewhere)
})
beforeEach(() => {
  departments.forge(null)
  // Breakers, pauses and fresh copies of the tests before are over.
  server.clock.advance(40 * 86_400_000)
})
afterEach(() => {
  expect(visits).toBe(0)
})

const data = (value: unknown): Forged => ({ body: JSON.stringify({ errcode: 0, errmsg: 'ok', data: value }) })
const redirect = (status: number): Forged => ({ status, headers: { location: `${away}/police/real-name/verify` }, body: '' })

/** Each would say that name and number belong together, to somebody who reads it carelessly. */
const FORGERIES: Readonly<Record<string, () => Forged>> = {
  'a redirect to another machine': () => redirect(302),
  'a redirect that keeps the method': () => redirect(307),
  'a refresh to another machine': () => ({ headers: { refresh: `0; url=${away}` }, body: '<meta http-equiv="refresh">' }),
  'another status': () => ({ ...data({ result: '1' }), status: 206 }),
  'no envelope': () => ({ body: '{"result":"1"}' }),
  'an envelope in an envelope': () => data({ errcode: 0, data: { result: '1' } }),
  'an envelope in a list': () => ({ body: '[{"errcode":0,"data":{"result":"1"}}]' }),
  'an errcode as text': () => ({ body: '{"errcode":"0","data":{"result":"1"}}' }),
  'data beside an errcode that refuses': () => ({ body: '{"errcode":50009,"data":{"result":"1"}}' }),
  'an envelope by its prototype': () => ({ body: '{"__proto__":{"errcode":0,"data":{"result":"1"}}}' }),
  'data by its prototype': () => ({ body: '{"errcode":0,"data":{"__proto__":{"result":"1"}}}' }),
  'data by its constructor': () => ({ body: '{"errcode":0,"data":{"constructor":{"prototype":{"result":"1"}}}}' }),
  'a number for a text': () => data({ result: 1 }),
  'a list of answers': () => data({ result: ['2', '1'] }),
  'an answer that does not exist': () => data({ result: '10' }),
  'gzip that was not asked for': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(data({ result: '1' }).body) }),
  'a gzip bomb': () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(64 * 1024 * 1024)) }),
  'a giant': () => ({ body: `{"errcode":0,"data":{"result":"1","more":"${'x'.repeat(600 * 1024)}"}}` }),
  'something deeper than any stack': () => ({ body: `{"errcode":0,"data":${'['.repeat(200_000)}` }),
  'two replies in one': () => ({ body: '{"errcode":0,"data":{"result":"2"}}{"errcode":0,"data":{"result":"1"}}' }),
  HTML: () => ({ headers: { 'content-type': 'text/html' }, body: '<script>{"errcode":0,"data":{"result":"1"}}</script>' }),
  nothing: () => ({ body: '' }),
}

test.each(Object.entries(FORGERIES))('%s vouches for nobody', async (_, forged) => {
  const { token } = await signInBySms(server, person('zhangwei').phone)
  const { name, residentId } = person('zhangwei')
  departments.forge((path) => (path.startsWith('/police/') ? forged() : null))
  const answer = await server.ask('POST /v1/real-name', { token, body: { name, residentId } })
  expect([answer.status, (answer.body as ProblemDetails).code]).toEqual([502, 'department_invalid_reply'])
  departments.forge(null)
  // An honest answer, so that no breaker stands between the next forgery and the server.
  const wrong = { token, body: { name: '张不伟', residentId } }
  expect(await server.refused('POST /v1/real-name', wrong)).toMatchObject({ code: 'real_name_mismatch' })
  expect(await server.call('GET /v1/session', { token })).toMatchObject({ assurance: 1 })
  expect(({} as { result?: string }).result).toBeUndefined()
})

test('fields that a department may not set reach nobody: what is not in the schema is not read', async () => {
  departments.forge((path, honest) => {
    if (path !== '/cases/cases/look-up') return null
    const reply = JSON.parse(honest) as { data: { case: object } }
    return data({
      ...reply.data,
      assurance: 3,
      case: { ...reply.data.case, followId: 'planted', script: '<script>', __proto__: {} },
    })
  })
  const found = await server.call('POST /v1/case-look-ups', { body: CASE })
  expect(JSON.stringify(found)).not.toMatch(/planted|script|assurance/)
})

describe('a reply that was given to another question', () => {
  test('of another case is none to this number', async () => {
    departments.forge((path, honest) =>
      path === '/cases/cases/look-up' ? { body: honest.replaceAll(CASE.caseNumber, '430224-2026-000301') } : null,
    )
    expect(await server.refused('POST /v1/case-look-ups', { body: CASE })).toMatchObject({ code: 'department_invalid_reply' })
  })

  test('of another person’s wallet is none of this person’s, and is not kept for later', async () => {
    const mine = await signInVerified(server, 'chenjianguo')
    const theirs = await signInVerified(server, 'wangxiuying')
    let recorded = ''
    departments.forge((path, honest) => {
      if (path === '/licence_library/certificates/list') recorded = honest
      return null
    })
    const honest = await server.call('GET /v1/licences', { token: theirs.token })
    expect(honest.items.map(({ type }) => type)).toContain('id_card')
    departments.forge((path) => (path === '/licence_library/certificates/list' ? { body: recorded } : null))
    const forged = await server.call('GET /v1/licences', { token: mine.token })
    expect(forged.items.filter(({ type }) => type === 'id_card')).toEqual([])
    expect(forged.missing.map(({ type }) => type)).toContain('id_card')
    departments.forge(null)
    server.clock.advance(61_000)
    const own = await server.call('GET /v1/licences', { token: mine.token })
    expect(own.items.map(({ type }) => type)).toContain('id_card')
  })
})
