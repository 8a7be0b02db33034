import { bearer, startTestApp, type TestApp, TOKENS } from './http-test-app'
import { codeOf, ID, notes, type NotesApp, startNotesApp, table } from './http-test-notes'

let app: TestApp
let post: NotesApp['post']
beforeAll(async () => {
  ;({ app, post } = await startNotesApp())
})
afterAll(() => app.close())

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
