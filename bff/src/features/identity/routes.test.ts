import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { device, lastCode, person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const chen = person('chenjianguo')
const MINUTE = 60_000
const consent = PRIVACY_VERSION
const bySms = (phone: string, code: string) => ({ body: { phone, code, device: device(), consent } }) as const
const byWechat = (code: string) => ({ body: { code, device: device(), consent } }) as const

describe('signing in by phone', () => {
  test('the code that was sent opens the account, at assurance 1, with masked values only', async () => {
    const session = await signInBySms(server, chen.phone)
    expect(session.assurance).toBe(1)
    expect(session.account).toMatchObject({ phone: '138****0002', name: null, residentId: null })
    expect(await server.call('GET /v1/session', { token: session.token })).toMatchObject({ id: session.id })
  })

  test('signing in again opens the same account', async () => {
    const first = await signInBySms(server, chen.phone)
    server.clock.advance(2 * MINUTE)
    const second = await signInBySms(server, chen.phone)
    expect(second.account.id).toBe(first.account.id)
    expect(second.token).not.toBe(first.token)
  })

  test('two first sign-ins at once make one account', async () => {
    const signIns = await Promise.all(
      ['a', 'b', 'c', 'd'].map((end) => server.call('POST /v1/sessions/wechat', byWechat(`wx-chenjianguo-${end}`))),
    )
    expect(new Set(signIns.map(({ account }) => account.id)).size).toBe(1)
  })

  test('a code works once, and not after five minutes', async () => {
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const used = lastCode(server, chen.phone)
    await server.call('POST /v1/sessions/sms', bySms(chen.phone, used))
    expect(await server.refused('POST /v1/sessions/sms', bySms(chen.phone, used))).toMatchObject({
      code: 'code_invalid',
      status: 422,
    })
    server.clock.advance(2 * MINUTE)
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const old = lastCode(server, chen.phone)
    server.clock.advance(6 * MINUTE)
    expect(await server.refused('POST /v1/sessions/sms', bySms(chen.phone, old))).toMatchObject({ code: 'code_invalid' })
  })

  test('a second code within a minute is refused with the time to wait', async () => {
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const refusal = await server.refused('POST /v1/sms-codes', { body: { phone: chen.phone } })
    expect(refusal).toMatchObject({ code: 'too_many_requests', retryAfter: 60 })
    expect(server.fakes.smsSent(chen.phone)).toHaveLength(1)
  })

  test('a phone gets ten codes that nobody enters, then has its peace; entering one starts anew', async () => {
    const ask = { body: { phone: chen.phone } }
    for (let sent = 0; sent < 10; sent += 1) {
      await server.call('POST /v1/sms-codes', ask)
      server.clock.advance(2 * MINUTE)
    }
    expect(await server.refused('POST /v1/sms-codes', ask)).toMatchObject({ code: 'too_many_attempts' })
    expect(server.fakes.smsSent(chen.phone)).toHaveLength(10)
    server.clock.advance(60 * MINUTE)
    await signInBySms(server, chen.phone)
    server.clock.advance(2 * MINUTE)
    await server.call('POST /v1/sms-codes', ask)
  })

  test('when the SMS service is down the person is told, and may ask again at once', async () => {
    server.fakes.setFault('sms', { errorRate: 1 })
    expect(await server.refused('POST /v1/sms-codes', { body: { phone: chen.phone } })).toMatchObject({
      code: 'department_unavailable',
    })
    server.fakes.clearFaults()
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    expect(server.fakes.smsSent(chen.phone)).toHaveLength(1)
  })

  test('after five wrong guesses even the right code waits', async () => {
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const right = lastCode(server, chen.phone)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let guess = 0; guess < 5; guess += 1) await server.refused('POST /v1/sessions/sms', bySms(chen.phone, wrong))
    expect(await server.refused('POST /v1/sessions/sms', bySms(chen.phone, right))).toMatchObject({
      code: 'too_many_attempts',
      status: 429,
    })
    server.clock.advance(61_000)
    expect(await server.call('POST /v1/sessions/sms', bySms(chen.phone, right))).toMatchObject({ assurance: 1 })
  })

  test('parallel guesses cannot outrun the count', async () => {
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const right = Number(lastCode(server, chen.phone))
    const guesses = Array.from({ length: 12 }, (_, at) => String((right + at + 1) % 1_000_000).padStart(6, '0'))
    const codes = await Promise.all(guesses.map((guess) => server.refused('POST /v1/sessions/sms', bySms(chen.phone, guess))))
    expect(codes.filter(({ code }) => code === 'code_invalid').length).toBeLessThanOrEqual(5)
  })

  test('every field that is wrong is named at once, in Chinese', async () => {
    const body = { phone: '1', code: 'x', device: { id: 'no', label: '' }, consent } as const
    const refusal = await server.refused('POST /v1/sessions/sms', { body })
    expect(refusal.fields?.map(({ path }) => path).sort()).toEqual(['code', 'device.id', 'device.label', 'phone'])
    for (const { message } of refusal.fields ?? []) expect(message).toMatch(/[\u4e00-\u9fff]/)
  })

  test('an older privacy notice is not enough', async () => {
    const body = { phone: chen.phone, code: '123456', device: device(), consent: '2020-01-01' as typeof PRIVACY_VERSION }
    expect(await server.refused('POST /v1/sessions/sms', { body })).toMatchObject({ code: 'invalid_input' })
  })
})

describe('signing in by WeChat and by the provincial account', () => {
  test.each([
    ['bad-1', 'wechat_code_invalid'],
    ['blocked-1', 'wechat_blocked'],
    ['often-1', 'too_many_requests'],
    ['busy-1', 'department_unavailable'],
  ] as const)('WeChat code %s answers %s', async (code, expected) => {
    expect(await server.refused('POST /v1/sessions/wechat', byWechat(code))).toMatchObject({ code: expected })
  })

  test('a code of wx.login works once', async () => {
    await server.call('POST /v1/sessions/wechat', byWechat('wx-lixiaohong-1'))
    expect(await server.refused('POST /v1/sessions/wechat', byWechat('wx-lixiaohong-1'))).toMatchObject({
      code: 'wechat_code_invalid',
    })
  })

  test('a verified provincial profile opens the account of that person, at assurance 2', async () => {
    const before = await signInVerified(server, 'chenjianguo')
    const session = await server.call('POST /v1/sessions/provincial', byWechat('prov-chenjianguo-1'))
    expect(session).toMatchObject({ assurance: 2, account: { id: before.account.id, name: '陈*国' } })
  })

  test('an unverified provincial profile opens an account of its own at assurance 1', async () => {
    expect(await server.call('POST /v1/sessions/provincial', byWechat('prov-unverified-1'))).toMatchObject({ assurance: 1 })
    expect(await server.refused('POST /v1/sessions/provincial', byWechat('nonsense'))).toMatchObject({ code: 'sign_in_failed' })
  })
})

describe('real name and step-up', () => {
  test('name and number that belong together give assurance 2', async () => {
    const session = await signInVerified(server, 'chenjianguo')
    expect(session).toMatchObject({ assurance: 2, account: { name: '陈*国', residentId: '4302**********0019' } })
  })

  test('a mismatch names both fields and changes nothing', async () => {
    const { token } = await signInBySms(server, chen.phone)
    const refusal = await server.refused('POST /v1/real-name', { token, body: { name: '陈国', residentId: chen.residentId } })
    expect(refusal).toMatchObject({ code: 'real_name_mismatch', fields: [{ path: 'name' }, { path: 'residentId' }] })
    expect(await server.call('GET /v1/session', { token })).toMatchObject({ assurance: 1 })
  })

  test('a number that is bound to one account is refused on another', async () => {
    await signInVerified(server, 'chenjianguo')
    const { token } = await signInBySms(server, person('lixiaohong').phone)
    const body = { name: chen.name, residentId: chen.residentId }
    expect(await server.refused('POST /v1/real-name', { token, body })).toMatchObject({ code: 'already_bound' })
  })

  test('with the police away the person is told which department it is, and it is not counted against them', async () => {
    const { token } = await signInBySms(server, chen.phone)
    server.fakes.setFault('police', { mode: 'refuse' })
    const body = { name: chen.name, residentId: chen.residentId }
    for (let tried = 0; tried < 6; tried += 1) {
      const refusal = await server.refused('POST /v1/real-name', { token, body })
      expect(refusal).toMatchObject({ code: 'department_unavailable', detail: expect.stringContaining('公安') })
      server.clock.advance(MINUTE)
    }
  })

  test('step-up by a code to the own phone gives assurance 3 for fifteen minutes, on this device only', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    server.clock.advance(2 * MINUTE)
    const other = await signInBySms(server, chen.phone)
    await server.call('POST /v1/step-up/sms-codes', { token })
    const body = { method: 'sms', code: lastCode(server, chen.phone) } as const
    expect(await server.call('POST /v1/step-up', { token, body })).toMatchObject({ assurance: 3 })
    expect(await server.call('GET /v1/session', { token: other.token })).toMatchObject({ assurance: 2 })
    server.clock.advance(15 * MINUTE)
    expect(await server.call('GET /v1/session', { token })).toMatchObject({ assurance: 2, stepUpUntil: null })
  })

  test('a sign-in code does not step up, and name and number do not where there is a phone', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    server.clock.advance(2 * MINUTE)
    await server.call('POST /v1/sms-codes', { body: { phone: chen.phone } })
    const wrongPurpose = { method: 'sms', code: lastCode(server, chen.phone) } as const
    expect(await server.refused('POST /v1/step-up', { token, body: wrongPurpose })).toMatchObject({ code: 'code_invalid' })
    const weaker = { method: 'real_name', name: chen.name, residentId: chen.residentId } as const
    expect(await server.refused('POST /v1/step-up', { token, body: weaker })).toMatchObject({ code: 'not_allowed' })
  })

  test('an account without a phone steps up with its own name and number only', async () => {
    const { token } = await server.call('POST /v1/sessions/provincial', byWechat('prov-chenjianguo-7'))
    const other = person('lixiaohong')
    const stranger = { method: 'real_name', name: other.name, residentId: other.residentId } as const
    expect(await server.refused('POST /v1/step-up', { token, body: stranger })).toMatchObject({ code: 'real_name_mismatch' })
    const own = { method: 'real_name', name: chen.name, residentId: chen.residentId } as const
    expect(await server.call('POST /v1/step-up', { token, body: own })).toMatchObject({ assurance: 3 })
  })
})

describe('binding a phone', () => {
  test('WeChat gives the phone, and messages can reach it', async () => {
    const { token } = await server.call('POST /v1/sessions/wechat', byWechat('wx-lixiaohong-2'))
    const session = await server.call('PUT /v1/account/phone', { token, body: { method: 'wechat', code: 'phone-lixiaohong-1' } })
    expect(session.account).toMatchObject({ phone: '138****0003', wechatBound: true })
  })

  test('a phone that already opens an account joins the two, and the session goes on there', async () => {
    const old = await signInVerified(server, 'lixiaohong')
    const { token } = await server.call('POST /v1/sessions/wechat', byWechat('wx-lixiaohong-3'))
    const session = await server.call('PUT /v1/account/phone', { token, body: { method: 'wechat', code: 'phone-lixiaohong-2' } })
    expect(session).toMatchObject({ assurance: 2, account: { id: old.account.id, wechatBound: true } })
    expect(await server.call('GET /v1/session', { token })).toMatchObject({ account: { id: old.account.id } })
  })

  test('an account with a real name is never joined to another', async () => {
    await signInBySms(server, person('liuzhiqiang').phone)
    const { token } = await server.call('POST /v1/sessions/provincial', byWechat('prov-chenjianguo-2'))
    const body = { method: 'wechat', code: 'phone-liuzhiqiang-1' } as const
    expect(await server.refused('PUT /v1/account/phone', { token, body })).toMatchObject({ code: 'already_bound' })
  })
})
