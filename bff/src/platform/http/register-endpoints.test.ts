import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { problem } from '../errors'
import { bearer, onceInMemory, startTestApp, type TestApp, TOKENS } from './http-test-app'
import { feature } from './register-endpoints'

const Note = z.object({ id: z.string(), text: z.string() })
const NewNote = z.object({
  text: z.string().min(2, '请写两个字以上'),
  tags: z.array(z.string().max(5)).max(2),
  lines: z.array(z.string()).max(1).default([]),
  kind: z.enum(['a', 'b']),
  to: z.object({ email: z.email(), age: z.number().int().min(1) }),
})
const base = { limit: 'read', pii: 'none', summary: '' } as const

const table = endpoints({
  'GET /v1/notes': { ...base, access: 'public', reply: z.object({ who: z.string().nullable() }) },
  'GET /v1/notes/:id': {
    ...base,
    access: 'public',
    params: z.object({ id: z.uuid('编号不正确') }),
    query: z.object({ limit: z.coerce.number().max(9).default(3) }),
    reply: Note,
  },
  'POST /v1/notes': {
    ...base,
    access: 'resident',
    onBehalf: 'never',
    body: NewNote,
    reply: Note,
    status: 201,
    idempotent: true,
    pii: 'personal',
  },
  'PUT /v1/notes/:id': {
    ...base,
    access: 'resident',
    onBehalf: 'never',
    params: z.object({ id: z.uuid('编号不正确') }),
    query: z.object({ mode: z.string() }),
    body: NewNote,
    reply: null,
  },
  'DELETE /v1/notes/:id': { ...base, access: 'resident', onBehalf: 'never', reply: null },
  'GET /v1/mine': { ...base, access: 'resident', onBehalf: 'never', reply: Note, pii: 'personal' },
  'GET /v1/verified': { ...base, access: 'resident', onBehalf: 'never', assurance: 2, reply: null },
  'GET /v1/sure': { ...base, access: 'resident', onBehalf: 'never', assurance: 3, reply: null },
  'GET /v1/staff': { ...base, access: 'staff', reply: null },
  'GET /v1/staff/settings': { ...base, access: 'staff', roles: ['administrator'], reply: null },
  'GET /v1/wrong-reply': { ...base, access: 'public', reply: Note },
  'GET /v1/forgets-once': { ...base, access: 'public', reply: null, idempotent: true },
  'GET /v1/refuses': { ...base, access: 'public', reply: null },
})

const none = (): Promise<undefined> => Promise.resolve(undefined)
let effects = 0
const once = onceInMemory()

const notes = feature(table, {
  'GET /v1/notes': ({ principal }) => Promise.resolve({ who: principal?.accountId ?? null }),
  'GET /v1/notes/:id': ({ params, query }) => Promise.resolve({ id: params.id, text: query.limit.toString() }),
  'POST /v1/notes': ({ body, once: runOnce }) =>
    runOnce(() => {
      effects += 1
      return Promise.resolve({ id: effects.toString(), text: body.text })
    }),
  'PUT /v1/notes/:id': none,
  'DELETE /v1/notes/:id': none,
  'GET /v1/mine': ({ principal }) => Promise.resolve({ id: principal.accountId, text: '' }),
  'GET /v1/verified': none,
  'GET /v1/sure': none,
  'GET /v1/staff': none,
  'GET /v1/staff/settings': none,
  'GET /v1/wrong-reply': () => Promise.resolve({ id: '1', text: 'x', secret: 'unexpected-value' }),
  'GET /v1/forgets-once': none,
  'GET /v1/refuses': () => Promise.reject(problem('case_not_found', { detail: '没有这个编号。', retryAfter: 1.2 })),
})

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({ features: [notes], endpoints: table, runOnce: once.runOnce, limiter: { take: () => undefined } })
})
afterAll(() => app.close())

const ID = '019a9f00-0000-7000-8000-000000000001'
const KEY = '7d9f2a3e-0000-4000-8000-000000000001'
const NOTE = { text: '好的', tags: [], kind: 'a', to: { email: 'a@b.cn', age: 3 } }

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { 'content-type': 'application/json', 'idempotency-key': KEY, ...bearer(TOKENS.resident), ...headers }
  return app.fetch('/v1/notes', { method: 'POST', headers: all, body: JSON.stringify(body) })
}

async function codeOf(response: Response): Promise<unknown> {
  const body = (await response.json()) as { code?: unknown }
  return body.code
}

describe('who may call', () => {
  test.each([
    ['a resident endpoint without a token', '/v1/mine', undefined, 401, 'sign_in_required'],
    ['something that is no bearer token', '/v1/mine', 'Basic abc', 401, 'sign_in_required'],
    ['a token nobody has', '/v1/mine', 'Bearer token-of-nobody-00001', 401, 'session_expired'],
    ['staff at a resident endpoint', '/v1/mine', `Bearer ${TOKENS.clerk}`, 403, 'not_allowed'],
    ['a resident at a staff endpoint', '/v1/staff', `Bearer ${TOKENS.resident}`, 403, 'not_allowed'],
    ['a clerk where an administrator is needed', '/v1/staff/settings', `Bearer ${TOKENS.clerk}`, 403, 'not_allowed'],
    ['assurance 1 where 2 is needed', '/v1/verified', `Bearer ${TOKENS.resident}`, 403, 'real_name_required'],
    ['assurance 1 where 3 is needed', '/v1/sure', `Bearer ${TOKENS.resident}`, 403, 'real_name_required'],
    ['assurance 2 where 3 is needed', '/v1/sure', `Bearer ${TOKENS.verified}`, 403, 'step_up_required'],
  ])('%s is refused', async (_, path, authorization, status, code) => {
    const response = await app.fetch(path, { headers: authorization ? { authorization } : {} })
    expect(response.status).toBe(status)
    expect(await codeOf(response)).toBe(code)
  })

  test.each([
    ['/v1/mine', TOKENS.resident, 200],
    ['/v1/verified', TOKENS.verified, 204],
    ['/v1/sure', TOKENS.steppedUp, 204],
    ['/v1/staff', TOKENS.clerk, 204],
  ])('%s answers the right caller', async (path, token, status) => {
    expect((await app.fetch(path, { headers: bearer(token) })).status).toBe(status)
  })

  test('a step-up that has run out counts no more', async () => {
    const later = await startTestApp({ features: [notes], endpoints: table })
    later.clock.advance(15 * 60_000)
    const response = await later.fetch('/v1/sure', { headers: bearer(TOKENS.steppedUp) })
    expect(await codeOf(response)).toBe('step_up_required')
    await later.close()
  })

  test('a public endpoint knows a resident, and answers everyone else without a name', async () => {
    const who = async (token: string): Promise<unknown> => (await app.fetch('/v1/notes', { headers: bearer(token) })).json()
    expect(await who(TOKENS.resident)).toEqual({ who: 'account-1' })
    expect(await who('token-that-has-expired')).toEqual({ who: null })
    expect(await who(TOKENS.clerk)).toEqual({ who: null })
  })

  test('the endpoint that is called is told to whoever resolves the token', async () => {
    const asked: string[] = []
    const told = await startTestApp({
      features: [notes],
      resolvePrincipal: (token, endpoint) => {
        asked.push(`${token} ${endpoint}`)
        return Promise.resolve(null)
      },
    })
    await told.fetch(`/v1/notes/${ID}`, { headers: bearer(TOKENS.resident) })
    expect(asked).toEqual([`${TOKENS.resident} GET /v1/notes/:id`])
    await told.close()
  })

  test('who may not call learns nothing about what is wrong with the input', async () => {
    expect(await codeOf(await post('not even an object', { authorization: '' }))).toBe('sign_in_required')
  })
})

describe('what was sent', () => {
  test('every field that needs mending is named at once, in Chinese, across params, query and body', async () => {
    const body = JSON.stringify({ text: '', tags: ['abcdefg'], lines: ['', ''], kind: 'z', to: { email: 'x' } })
    const headers = { 'content-type': 'application/json', ...bearer(TOKENS.resident) }
    const response = await app.fetch('/v1/notes/one', { method: 'PUT', headers, body })
    const details = (await response.json()) as { code: string; fields: { path: string; message: string }[] }
    expect([response.status, details.code]).toEqual([422, 'invalid_input'])
    expect(Object.fromEntries(details.fields.map(({ path, message }) => [path, message]))).toEqual({
      id: '编号不正确',
      mode: '请填写这一项',
      text: '请写两个字以上',
      lines: '最多选 1 项',
      'tags.0': '最多填写 5 个字',
      kind: '请从给出的选项中选择',
      'to.email': '请填写正确的邮箱',
      'to.age': '请填写这一项',
    })
  })

  test('no message repeats what was sent or speaks English', async () => {
    const bodies = [
      null,
      7,
      [],
      'x',
      { text: 1, tags: 1, kind: 1, to: 1 },
      { ...NOTE, to: { email: 'a@b.cn', age: 0.5 } },
      { ...NOTE, to: { email: 5, age: -1 } },
    ]
    for (const body of bodies) {
      const details = (await (await post(body)).json()) as { fields: { message: string }[] }
      expect(details.fields.length).toBeGreaterThan(0)
      for (const { message } of details.fields) expect(message).not.toMatch(/[A-Za-z]/)
    }
  })

  test('a query value is parsed, and one given twice is refused', async () => {
    expect(await (await app.fetch(`/v1/notes/${ID}?limit=7`)).json()).toEqual({ id: ID, text: '7' })
    expect(await codeOf(await app.fetch(`/v1/notes/${ID}?limit=7&limit=8`))).toBe('invalid_input')
  })

  test.each(['%00', '%FF', '__proto__'])('%s in an address does no harm', async (text) => {
    const response = await app.fetch(`/v1/notes/${text}?${text}=${text}&limit=${text}`)
    expect([400, 422]).toContain(response.status)
  })
})

describe('idempotency', () => {
  test('the same key gives the same reply and one effect', async () => {
    const key = { 'idempotency-key': '7d9f2a3e-0000-4000-8000-0000000000aa' }
    const before = effects
    const first = await post(NOTE, key)
    const second = await post(NOTE, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
    expect(effects).toBe(before + 1)
  })

  test('the key belongs to the caller, and the content is known only by a keyed hash', async () => {
    const key = { 'idempotency-key': '7D9F2A3E-0000-4000-8000-0000000000BB' }
    await post({ ...NOTE, text: '一个人' }, key)
    await post({ ...NOTE, text: '另一个人' }, { ...key, ...bearer(TOKENS.verified) })
    const kept = once.requests.filter((one) => one.key.endsWith('bb'))
    expect(kept.map((one) => one.scope)).toEqual(['resident:account-1', 'resident:account-2'])
    expect(new Set(kept.map((one) => one.requestHash)).size).toBe(2)
    expect(kept[0]?.endpoint).toBe('POST /v1/notes')
  })

  test.each(['', '1', 'not-a-uuid'])('%p is no key', async (key) => {
    const response = await post(NOTE, { 'idempotency-key': key })
    expect([response.status, await codeOf(response)]).toEqual([400, 'idempotency_key_missing'])
  })

  test('a handler that forgets once() is found out', async () => {
    expect((await app.fetch('/v1/forgets-once', { headers: { 'idempotency-key': KEY } })).status).toBe(500)
  })
})

describe('the answer', () => {
  test('public data carries a tag and need not be sent twice', async () => {
    const first = await app.fetch('/v1/notes')
    expect(first.headers.get('cache-control')).toBe('no-cache')
    const again = await app.fetch('/v1/notes', {
      headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
    })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('everything about a person is never stored on the way', async () => {
    const mine = await app.fetch('/v1/mine', { headers: bearer(TOKENS.resident) })
    expect([mine.headers.get('cache-control'), mine.headers.get('etag')]).toEqual(['no-store', null])
    expect((await app.fetch('/v1/mine')).headers.get('cache-control')).toBe('no-store')
  })

  test('no reply is 204 without a body', async () => {
    const response = await app.fetch('/v1/notes/1', { method: 'DELETE', headers: bearer(TOKENS.resident) })
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  test('a reply that says more than the contract is an error of ours, which names no value', async () => {
    const response = await app.fetch('/v1/wrong-reply')
    expect([response.status, await codeOf(response)]).toEqual([500, 'internal_error'])
    expect(app.logged()).toContain('the reply of GET /v1/wrong-reply says more than the contract')
    expect(app.logged()).not.toContain('unexpected-value')
  })

  test('in production the reply is sent as the handler gave it', async () => {
    const production = await startTestApp({ features: [notes], checkReplies: false })
    expect((await production.fetch('/v1/wrong-reply')).status).toBe(200)
    await production.close()
  })

  test('a refusal is told as problem details', async () => {
    const response = await app.fetch('/v1/refuses')
    expect([response.status, response.headers.get('content-type'), response.headers.get('retry-after')]).toEqual([
      404,
      'application/problem+json',
      '2',
    ])
    expect(await response.json()).toEqual({
      type: '/docs#problem-case_not_found',
      title: '没有查到这件事',
      status: 404,
      code: 'case_not_found',
      detail: '没有这个编号。',
      action: '请核对办件编号和查询密码。编号在受理回执上。',
      requestId: response.headers.get('x-request-id'),
      retryAfter: 2,
    })
  })
})
