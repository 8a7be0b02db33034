import { bearer, startTestApp, type TestApp, TOKENS } from './http-test-app'
import { codeOf, ID, KEY, NOTE, notes, type NotesApp, notesMade, startNotesApp } from './http-test-notes'

let app: TestApp
let post: NotesApp['post']
let requests: NotesApp['requests']
beforeAll(async () => {
  ;({ app, post, requests } = await startNotesApp())
})
afterAll(() => app.close())

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
    const before = notesMade()
    const first = await post(NOTE, key)
    const second = await post(NOTE, key)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(await second.json()).toEqual(await first.json())
    expect([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')]).toEqual([null, 'true'])
    expect(notesMade()).toBe(before + 1)
  })

  test('the key belongs to the caller, and the content is known only by a keyed hash', async () => {
    const key = { 'idempotency-key': '7D9F2A3E-0000-4000-8000-0000000000BB' }
    await post({ ...NOTE, text: '一个人' }, key)
    await post({ ...NOTE, text: '另一个人' }, { ...key, ...bearer(TOKENS.verified) })
    const kept = requests.filter((one) => one.key.endsWith('bb'))
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
