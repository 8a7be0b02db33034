import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { randomBytes, randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { device, lastCode, person, signInBySms, signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())
beforeEach(() => {
  // The limits and codes of the test before have passed.
  server.clock.advance(3_600_000)
})

/** As it stands: also what fetch would not send. */
function session(headers: Record<string, string | string[]>, path = '/v1/session'): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    request(server.url + path, { headers }, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text })
      })
    })
      .on('error', reject)
      .end()
  })
}

const sessionsOf = async (token: string): Promise<string[]> =>
  (await server.call('GET /v1/sessions', { token })).items.map(({ id }) => id).sort()

const codeOf = ({ text }: { readonly text: string }): string => (JSON.parse(text) as ProblemDetails).code

/** The tokens that differ from this one by their last sign alone; base64 reads four of them alike. */
const neighbours = (token: string): string[] =>
  Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
    .map((sign) => token.slice(0, -1) + sign)
    .filter((one) => one !== token)

const flipped = (token: string): string =>
  token.replace(/[a-z]/i, (sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase()))

describe('guessing', () => {
  test('what resembles a token, is derived from one or is kept of one opens nothing', async () => {
    const { token, id, account } = await signInBySms(server, person('chenjianguo').phone)
    const [row] = await server.database.read.sql<{ token_hash: string }[]>`SELECT token_hash FROM sessions WHERE id = ${id}`
    const guesses = [
      ...neighbours(token),
      ...Array.from({ length: 200 }, () => randomBytes(32).toString('base64url')),
      ...[flipped(token), token.slice(1), `${token}A`, `${token}=`, token.split('').reverse().join('')],
      ...[row?.token_hash ?? '', id, account.id, `${account.id}.${id}`, "' OR '1'='1' --AAAA", '%'.repeat(43), '_'.repeat(43)],
    ]
    const refused = await Promise.all(guesses.map((guess) => session({ authorization: `Bearer ${guess}` })))
    expect(refused.filter(({ status }) => status !== 401)).toEqual([])
    expect((await session({ authorization: `Bearer ${token}` })).status).toBe(200)
  })

  test('a token counts in its one place only', async () => {
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    const elsewhere = [
      session({ cookie: `token=${token}; session=${token}; authorization=Bearer ${token}` }),
      session({}, `/v1/session?token=${token}&access_token=${token}&authorization=Bearer+${token}`),
      session({ 'x-authorization': `Bearer ${token}`, 'x-token': token, 'proxy-authorization': `Bearer ${token}` }),
      session({ authorization: token }),
      session({ authorization: `Basic ${Buffer.from(`:${token}`).toString('base64')}` }),
      session({ authorization: `Bearer ${token}, Bearer ${token}` }),
      session({ authorization: `Bearer  ${token}` }),
    ]
    expect((await Promise.all(elsewhere)).map(codeOf)).toEqual(elsewhere.map(() => 'sign_in_required'))
    expect(server.logged()).not.toContain(token)
  })

  test('an ended, an expired and an invented token are told the same', async () => {
    const ended = await signInBySms(server, person('chenjianguo').phone)
    await server.call('DELETE /v1/session', { token: ended.token })
    server.clock.advance(60_000)
    const expired = await signInBySms(server, person('chenjianguo').phone)
    server.clock.advance(31 * 86_400_000)
    const tokens = [ended.token, expired.token, randomBytes(32).toString('base64url')]
    const answers = await Promise.all(tokens.map((token) => session({ authorization: `Bearer ${token}` })))
    const said = answers.map(({ text }) => ({ ...(JSON.parse(text) as ProblemDetails), requestId: '' }))
    expect(said).toEqual(said.map(() => ({ ...said[0], code: 'session_expired' })))
  })
})

describe('fixation', () => {
  const signIn = (phone: string, more: object = {}, headers: Record<string, string> = {}) =>
    server.ask('POST /v1/sessions/sms', {
      body: { phone, code: lastCode(server, phone), device: device(), consent: PRIVACY_VERSION, ...more },
      headers,
    })

  test('a token that somebody brings along to a sign-in is not the one they get, and opens nothing of theirs', async () => {
    const brought = randomBytes(32).toString('base64url')
    const attacker = await signInBySms(server, person('zhangwei').phone)
    const victim = person('lixiaohong').phone
    for (const token of [brought, attacker.token]) {
      server.clock.advance(61_000)
      await server.call('POST /v1/sms-codes', { body: { phone: victim } })
      const headers = { authorization: `Bearer ${token}`, cookie: `token=${token}` }
      const { body } = await signIn(victim, { token, session: token, id: attacker.id }, headers)
      const got = body as { token: string; id: string; account: { id: string } }
      expect([got.token === token, got.id === attacker.id]).toEqual([false, false])
    }
    expect((await session({ authorization: `Bearer ${brought}` })).status).toBe(401)
    expect(await server.call('GET /v1/session', { token: attacker.token })).toMatchObject({
      account: { id: attacker.account.id },
    })
  })

  test('somebody who names another person’s device takes over no session of it, and ends none', async () => {
    const victim = await signInVerified(server, 'chenjianguo')
    const before = await sessionsOf(victim.token)
    expect(before).toContain(victim.id)
    const [row] = await server.database.read.sql<{ device_id: string }[]>`
      SELECT device_id FROM sessions WHERE id = ${victim.id}`
    const phone = person('zhangwei').phone
    await server.call('POST /v1/sms-codes', { body: { phone } })
    const stolen = { id: row?.device_id ?? '', label: '测试手机' }
    const { body } = await signIn(phone, { device: stolen }, { 'x-device-id': stolen.id })
    expect((body as { account: { id: string } }).account.id).not.toBe(victim.account.id)
    expect((await session({ authorization: `Bearer ${victim.token}` })).status).toBe(200)
    expect(await sessionsOf(victim.token)).toEqual(before)
  })

  test('stepping up raises this session alone, never one that was there before or comes after', async () => {
    const { phone } = person('liuzhiqiang')
    const before = await signInVerified(server, 'liuzhiqiang')
    server.clock.advance(61_000)
    const { token } = await signInBySms(server, phone)
    await server.call('POST /v1/step-up/sms-codes', { token })
    await server.call('POST /v1/step-up', { token, body: { method: 'sms', code: lastCode(server, phone) } })
    server.clock.advance(61_000)
    const after = await signInBySms(server, phone)
    const assurance = async (one: string) => (await server.call('GET /v1/session', { token: one })).assurance
    expect([await assurance(before.token), await assurance(token), await assurance(after.token)]).toEqual([2, 3, 2])
  })
})

describe('replay', () => {
  const uses = [
    'GET /v1/session',
    'POST /v1/session/renewal',
    'GET /v1/account/export',
    'POST /v1/step-up/sms-codes',
    'DELETE /v1/sessions',
  ]
  const replayed = async (token: string): Promise<string[]> => {
    const codes: string[] = []
    for (const key of uses) codes.push(((await server.ask(key, { token })).body as ProblemDetails).code)
    return codes
  }

  test.each([
    ['signing out', (token: string) => server.call('DELETE /v1/session', { token })],
    ['signing out everywhere', (token: string) => server.call('DELETE /v1/sessions', { token })],
    ['deleting the account', (token: string) => server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })],
    ['180 days of use', useFor180Days],
  ] as const)('after %s a token that was kept is worth nothing, not even to come back', async (_, end) => {
    const { token } = await signInVerified(server, 'wangxiuying')
    await end(token)
    expect(await replayed(token)).toEqual(uses.map(() => 'session_expired'))
  })

  async function useFor180Days(token: string): Promise<void> {
    for (let day = 0; day < 180; day += 20) {
      await server.call('POST /v1/session/renewal', { token })
      server.clock.advance(20 * 86_400_000)
    }
  }

  test('a request that signed somebody out, sent again, ends no later session', async () => {
    const { phone } = person('wangxiuying')
    const first = await signInBySms(server, phone)
    const end = { token: first.token, idempotencyKey: randomUUID() }
    await server.call('DELETE /v1/sessions', end)
    server.clock.advance(61_000)
    const second = await signInBySms(server, phone)
    expect((await server.ask('DELETE /v1/sessions', end)).status).toBe(401)
    expect((await session({ authorization: `Bearer ${second.token}` })).status).toBe(200)
  })
})
