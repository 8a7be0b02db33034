import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const SECOND = 1_000
const HOUR = 3_600_000
const NOW = '2026-11-21T01:02:03.000Z'

const codeOf = (token: string, ref = 'self') => server.call('GET /v1/health-codes/:person', { token, params: { person: ref } })
const refusedCode = (token: string, ref = 'self') =>
  server.refused('GET /v1/health-codes/:person', { token, params: { person: ref } })
const renew = (token: string, ref = 'self') =>
  server.call('POST /v1/health-codes/:person/token', { token, params: { person: ref } })
const refusedToken = (token: string, ref = 'self') =>
  server.refused('POST /v1/health-codes/:person/token', { token, params: { person: ref } })
const check = (text: string) => server.call('POST /v1/health-code-checks', { body: { token: text } })
const refusedCheck = (text: string) => server.refused('POST /v1/health-code-checks', { body: { token: text } })
const asked = (path: string): number => server.fakes.calls()[`health/${path}`] ?? 0

const addChild = async (token: string): Promise<string> => {
  const { name, residentId } = person('zhangwei')
  return (await server.call('POST /v1/family', { token, body: { relation: 'child', name, residentId } })).id
}

describe('my code', () => {
  test('comes with its reason, tests, vaccinations, travel card, and a token for a minute', async () => {
    const { token } = await signInVerified(server, 'liuzhiqiang')
    const code = await codeOf(token)
    expect(code).toMatchObject({
      person: { ref: 'self', name: '刘*强', relation: null },
      colour: 'yellow',
      reason: expect.stringContaining('检测'),
      expiresAt: '2026-11-24T01:02:03.000Z',
      tests: [{ place: '茶陵县人民医院', result: 'pending', takenAt: '2026-11-20T22:02:03.000Z' }],
      vaccinations: [{ vaccine: '流感疫苗', dose: 1 }],
      travelCard: {
        places: [
          { name: '湖南省株洲市', atRisk: false },
          { name: '广东省深圳市', atRisk: true },
        ],
        stale: false,
      },
      travelCardMissing: null,
      token: { expiresAt: '2026-11-21T01:03:03.000Z' },
      asOf: NOW,
      stale: false,
    })
    expect(JSON.stringify(code)).not.toContain(person('liuzhiqiang').residentId)
  })

  test('needs a real name', async () => {
    const { token } = await signInBySms(server, person('chenjianguo').phone)
    expect(await refusedCode(token)).toMatchObject({ code: 'real_name_required' })
  })

  test('is asked of the department again only when the last answer is older than its fresh time', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const first = await codeOf(token)
    server.fakes.setHealthColour('chenjianguo', { colour: 'red', cause: '检测结果为阳性', until: null })
    server.clock.advance(59 * SECOND)
    const second = await renew(token)
    expect(second.value).not.toBe(first.token?.value)
    expect([asked('health-code/query'), (await check(second.value)).colour]).toEqual([1, 'green'])
    server.clock.advance(SECOND)
    expect((await check((await renew(token)).value)).colour).toBe('red')
    expect(asked('health-code/query')).toBe(2)
  })

  test('asks the department at every other renewal while it is held up', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    await codeOf(token)
    for (let renewal = 0; renewal < 4; renewal += 1) {
      server.clock.advance(45 * SECOND)
      await renew(token)
    }
    expect(asked('health-code/query')).toBe(3)
  })

  test('has a token for no longer than its colour holds', async () => {
    const { token } = await signInVerified(server, 'liuzhiqiang')
    server.clock.advance(72 * HOUR - 20 * SECOND)
    expect((await codeOf(token)).token).toMatchObject({ expiresAt: '2026-11-24T01:02:03.000Z' })
    server.clock.advance(20 * SECOND)
    expect(await codeOf(token)).toMatchObject({ colour: 'green', token: { value: expect.any(String) } })
  })
})

describe('when a department fails', () => {
  test('a colour that has ended gets no token, however fresh its copy is', async () => {
    const { token } = await signInVerified(server, 'liuzhiqiang')
    server.clock.advance(72 * HOUR - 20 * SECOND)
    await codeOf(token)
    server.fakes.setFault('health', { mode: 'refuse' })
    server.clock.advance(20 * SECOND)
    expect(await codeOf(token)).toMatchObject({ colour: 'yellow', stale: true, token: null })
    expect(await refusedToken(token)).toMatchObject({ code: 'department_unavailable' })
  })

  test('the last code of up to a day is shown with its time and without a token', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const before = await codeOf(token)
    server.fakes.setFault('health', { mode: 'refuse' })
    server.fakes.setFault('communications', { mode: 'refuse' })
    server.clock.advance(24 * HOUR - SECOND)
    const travelCard = { ...before.travelCard, stale: true }
    expect(await codeOf(token)).toEqual({ ...before, token: null, travelCard, stale: true, asOf: NOW })
    expect(await refusedToken(token)).toMatchObject({ code: 'department_unavailable', status: 503 })
    server.clock.advance(SECOND)
    expect(await refusedCode(token)).toMatchObject({ code: 'department_unavailable' })
  })

  test.each([
    ['refuse', 'department_unavailable'],
    ['bad_json', 'department_invalid_reply'],
    ['wrong_shape', 'department_invalid_reply'],
    ['hang', 'department_timeout'],
  ] as const)('with nothing kept, a health department in mode %s is a problem of its own kind', async (mode, code) => {
    const { token } = await signInVerified(server, 'chenjianguo')
    server.fakes.setFault('health', { mode })
    expect(await refusedCode(token)).toMatchObject({ code, action: expect.stringContaining('电话') })
    expect(await refusedToken(token)).toMatchObject({ code })
  })

  test('a health department that hangs still leaves the old code, tests and vaccinations', async () => {
    const { token } = await signInVerified(server, 'wangxiuying')
    const before = await codeOf(token)
    server.clock.advance(HOUR)
    server.fakes.setFault('health', { mode: 'hang' })
    const after = await codeOf(token)
    expect(after).toMatchObject({ stale: true, token: null, tests: before.tests, vaccinations: before.vaccinations })
  })

  test.each(['refuse', 'bad_json', 'hang'] as const)('a travel card in mode %s is missed, never the code', async (mode) => {
    const { token } = await signInVerified(server, 'chenjianguo')
    server.fakes.setFault('communications', { mode })
    expect(await codeOf(token)).toMatchObject({
      colour: 'green',
      token: { value: expect.any(String) },
      tests: [{ result: 'negative' }, { result: 'negative' }],
      travelCard: null,
      travelCardMissing: expect.any(String),
    })
  })
})

describe('the code of somebody of my family', () => {
  test('is shown like mine, and a child without a phone has no travel card', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const ref = await addChild(token)
    expect(await codeOf(token, ref)).toMatchObject({
      person: { ref, name: '张*', relation: 'child' },
      colour: 'green',
      vaccinations: [{ vaccine: '麻腮风疫苗' }, { vaccine: '麻腮风疫苗' }],
      travelCard: null,
      travelCardMissing: expect.stringContaining('手机号'),
    })
    expect(await check((await renew(token, ref)).value)).toMatchObject({ name: '张*', colour: 'green' })
  })

  test('is not there before they agree, and gone with the next request when either side ends it', async () => {
    const { token: mother } = await signInVerified(server, 'wangxiuying')
    const { token } = await signInVerified(server, 'lixiaohong')
    const { name, residentId } = person('wangxiuying')
    const ask = () => server.call('POST /v1/family', { token, body: { relation: 'parent', name, residentId } })
    for (const ender of [mother, token]) {
      const { id } = await ask()
      expect(await refusedCode(token, id)).toMatchObject({ code: 'not_found' })
      expect(await refusedToken(token, id)).toMatchObject({ code: 'not_found' })
      await server.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
      expect(await codeOf(token, id)).toMatchObject({ person: { name: '王*英' } })
      await server.call('DELETE /v1/family/:id', { token: ender, params: { id } })
      expect(await refusedCode(token, id)).toMatchObject({ code: 'not_found' })
      expect(await refusedToken(token, id)).toMatchObject({ code: 'not_found' })
    }
  })

  test('is nobody else’s: the entry of another account is as unknown as an invented one, also to the person shown', async () => {
    const { token: father } = await signInVerified(server, 'chenjianguo')
    const { token: child } = await signInVerified(server, 'zhangwei')
    const { token: stranger } = await signInVerified(server, 'liuzhiqiang')
    const ref = await addChild(father)
    const invented = await refusedCode(stranger, '0190b5a2-7c1e-7000-8000-000000000001')
    for (const token of [stranger, child]) {
      expect({ ...(await refusedCode(token, ref)), requestId: '' }).toEqual({ ...invented, requestId: '' })
      expect(await refusedToken(token, ref)).toMatchObject({ code: 'not_found' })
    }
    expect(asked('health-code/query')).toBe(0)
  })

  test('ends for a child on the eighteenth birthday, and needs consent from then on', async () => {
    const { phone } = person('chenjianguo')
    const { token } = await signInVerified(server, 'chenjianguo')
    await signInVerified(server, 'zhangwei')
    const ref = await addChild(token)
    server.clock.advance(Date.parse('2034-02-28T15:59:00.000Z') - server.clock.now().getTime())
    const { token: dayBefore } = await signInBySms(server, phone)
    expect(await codeOf(dayBefore, ref)).toMatchObject({ person: { relation: 'child' } })
    server.clock.advance(60 * SECOND)
    expect(await refusedCode(dayBefore, ref)).toMatchObject({ code: 'not_found' })
    expect(await server.call('GET /v1/family', { token: dayBefore })).toEqual({ members: [], viewers: [] })
    const { name, residentId } = person('zhangwei')
    const again = { token: dayBefore, body: { relation: 'child' as const, name, residentId } }
    expect(await server.call('POST /v1/family', again)).toMatchObject({ status: 'pending', evidence: 'consent' })
  })
})

describe('at a door', () => {
  const issued = async (): Promise<string> => {
    const { token } = await signInVerified(server, 'chenjianguo')
    return (await renew(token)).value
  }

  test('anybody can check a code: colour, masked name and times, nothing else', async () => {
    expect(await check(await issued())).toEqual({
      colour: 'green',
      name: '陈*国',
      issuedAt: NOW,
      expiresAt: '2026-11-21T01:03:03.000Z',
    })
  })

  test('after a minute it has ended', async () => {
    const text = await issued()
    server.clock.advance(60 * SECOND - 1)
    await check(text)
    server.clock.advance(1)
    expect(await refusedCheck(text)).toMatchObject({ code: 'code_expired' })
  })

  test('a code from the future says that a clock is wrong', async () => {
    const text = await issued()
    server.clock.advance(-60 * SECOND)
    expect(await refusedCheck(text)).toMatchObject({ code: 'code_not_yet_valid' })
  })

  test('an altered code, a code of another installation and any other QR are each refused', async () => {
    const text = await issued()
    const last = text.endsWith('0') ? '1' : '0'
    expect((await refusedCheck(text.slice(0, -1) + last)).code).toMatch(/^code_(altered|unknown_key)$/)
    expect(await refusedCheck('https://example.org/')).toMatchObject({ code: 'code_unknown_key' })
    const other = await startTestServer()
    const answer = await other.refused('POST /v1/health-code-checks', { body: { token: text } }).finally(() => other.close())
    expect(answer).toMatchObject({ code: 'code_unknown_key' })
  })
})
