import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { randomUUID } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../src/seed-demo'
import type { LooseInput } from '../http-client'
import { device, lastCode, person, signInBySms, signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'

const MINUTE = 60_000
const DAY = 86_400_000
const CHEN = person('chenjianguo')
const LI = person('lixiaohong')
const CASE = '430224-2026-000123'

/** Behind a balancer, so that every guess can come from an address of its own. */
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ trustProxy: true })
})
afterAll(() => server.close())
beforeEach(() => {
  // Pauses and counts of the tests before are over.
  server.clock.advance(2 * DAY)
})

type Ask = readonly [key: string, input: LooseInput]
interface Guessing {
  readonly wrong: (guess: number) => Ask
  readonly right: () => Ask
}

const totp = (): string =>
  new TOTP({ secret: Secret.fromBase32(DEMO_TOTP_SECRET) }).generate({ timestamp: server.clock.now().getTime() })
const otherThan = (right: string, guess: number): string =>
  String((Number(right) + 1 + guess) % 10 ** right.length).padStart(right.length, '0')
const staff = (body: Partial<Record<'password' | 'totp', string>>): Ask => [
  'POST /v1/staff/sessions',
  { body: { username: 'clerk', password: DEMO_PASSWORD, totp: totp(), ...body } },
]
const lookUp = (secret: object): Ask => ['POST /v1/case-look-ups', { body: { caseNumber: CASE, ...secret } }]

/** What opens something, and every way in which it can be tried; where two ways lead to one secret, they take turns. */
const SECRETS: Readonly<Record<string, () => Promise<Guessing>>> = {
  'the SMS code that signs in, which binds a phone too': async () => {
    const { token } = await signInBySms(server, LI.phone)
    await server.call('POST /v1/sms-codes', { body: { phone: CHEN.phone } })
    const right = lastCode(server, CHEN.phone)
    const signIn = (code: string): Ask => [
      'POST /v1/sessions/sms',
      { body: { phone: CHEN.phone, code, device: device(), consent: PRIVACY_VERSION } },
    ]
    const bind = (code: string): Ask => ['PUT /v1/account/phone', { token, body: { method: 'sms', phone: CHEN.phone, code } }]
    return {
      wrong: (guess) => (guess % 2 ? bind : signIn)(otherThan(right, guess)),
      right: () => signIn(right),
    }
  },
  'the SMS code that steps up': async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    await server.call('POST /v1/step-up/sms-codes', { token })
    const right = lastCode(server, CHEN.phone)
    const stepUp = (code: string): Ask => ['POST /v1/step-up', { token, body: { method: 'sms', code } }]
    return { wrong: (guess) => stepUp(otherThan(right, guess)), right: () => stepUp(right) }
  },
  'the password of somebody on the staff': () =>
    Promise.resolve({ wrong: (guess) => staff({ password: `guess ${guess}` }), right: () => staff({}) }),
  'the TOTP code behind a password that is known': () =>
    Promise.resolve({ wrong: (guess) => staff({ totp: otherThan(totp(), guess + 100) }), right: () => staff({}) }),
  'the query password of a case, or the last four digits': async () => {
    const { token } = await signInBySms(server, LI.phone)
    const byDigits = (guess: number): Ask => {
      const [key, input] = lookUp({ by: 'id_last_four', lastFour: otherThan('0019', guess) })
      return [key, { ...input, token }]
    }
    return {
      wrong: (guess) => (guess % 2 ? byDigits(guess) : lookUp({ by: 'password', password: `GUESS${guess}` })),
      right: () => lookUp({ by: 'password', password: 'A1B2C3' }),
    }
  },
  'the name that belongs to a number': async () => {
    const { token } = await signInBySms(server, LI.phone)
    const isCalled = (name: string): Ask => ['POST /v1/real-name', { token, body: { name, residentId: LI.residentId } }]
    return { wrong: (guess) => isCalled(`李小${String.fromCodePoint(0x4e00 + guess)}`), right: () => isCalled(LI.name) }
  },
}

let asked = 0
/** Asks from an address and a device that have never asked before. */
function fromElsewhere([key, input]: Ask): ReturnType<TestServer['ask']> {
  asked += 1
  const address = `198.18.${Math.floor(asked / 250)}.${(asked % 250) + 1}`
  return server.ask(key, { ...input, deviceId: randomUUID(), headers: { 'x-forwarded-for': `203.0.113.9, ${address}` } })
}

const isPause = ({ status }: { readonly status: number }): boolean => status === 429

describe.each(Object.entries(SECRETS))('%s', (_, prepare) => {
  let guessing: Guessing
  beforeEach(async () => {
    guessing = await prepare()
  })

  test('is guessed at five times at most by forty who try at once, each from elsewhere', async () => {
    const answers = await Promise.all(Array.from({ length: 40 }, (__, guess) => fromElsewhere(guessing.wrong(guess))))
    const told = answers.filter((answer) => !isPause(answer))
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThanOrEqual(5)
    expect(told.filter(({ status }) => status < 400)).toEqual([])
    const right = await fromElsewhere(guessing.right())
    expect([right.status, (right.body as ProblemDetails).retryAfter]).toEqual([429, expect.any(Number)])
  })

  test('is guessed at forty times at most by somebody who waits out every pause for a day', async () => {
    const until = server.clock.now().getTime() + DAY
    let told = 0
    for (let guess = 0; server.clock.now().getTime() < until; guess += 1) {
      const answer = await fromElsewhere(guessing.wrong(guess))
      if (isPause(answer)) server.clock.advance(((answer.body as ProblemDetails).retryAfter ?? 1) * 1000)
      else told += 1
      expect(guess).toBeLessThan(500)
    }
    expect(told).toBeLessThanOrEqual(40)
  })
})

describe('names and numbers of others', () => {
  const police = (): number => server.fakes.calls()['police/real-name/verify'] ?? 0
  const verify = (token: string, name: string, residentId: string): Ask => [
    'POST /v1/real-name',
    { token, body: { name, residentId } },
  ]

  test('are not asked about by an account that has its own, so that its own pair buys no new guesses', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const before = police()
    for (const name of [LI.name, '李小红', '王小红', '张小红', '赵小红', '钱小红']) {
      expect(await fromElsewhere(verify(token, name, LI.residentId))).toMatchObject({
        status: 409,
        body: { code: 'already_bound' },
      })
      server.clock.advance(MINUTE)
    }
    expect(police()).toBe(before)
    expect(await fromElsewhere(verify(token, CHEN.name, CHEN.residentId))).toMatchObject({ status: 200 })
  })

  test('are not asked about to step up either, and each is counted', async () => {
    const { token } = await server.call('POST /v1/sessions/provincial', {
      body: { code: `prov-wangxiuying-${randomUUID()}`, device: device(), consent: PRIVACY_VERSION },
    })
    const before = police()
    const told: string[] = []
    for (const name of [LI.name, '李小红', '王小红', '张小红', '赵小红', '钱小红']) {
      const body = { method: 'real_name', name, residentId: LI.residentId }
      told.push(((await fromElsewhere(['POST /v1/step-up', { token, body }])).body as ProblemDetails).code)
      server.clock.advance(MINUTE)
    }
    expect(told).toEqual([...Array.from({ length: 5 }, () => 'real_name_mismatch'), 'too_many_attempts'])
    expect(police()).toBe(before)
  })

  test('are counted when they are right, too: a pair that is bound elsewhere buys no new guesses', async () => {
    await signInVerified(server, 'chenjianguo')
    server.clock.advance(DAY)
    const { token } = await server.call('POST /v1/sessions/wechat', {
      body: { code: `wx-${LI.key}-${randomUUID()}`, device: device(), consent: PRIVACY_VERSION },
    })
    const told: string[] = []
    for (let guess = 0; guess < 12; guess += 1) {
      const [name, number] =
        guess % 3 === 2 ? [CHEN.name, CHEN.residentId] : [`李小${String.fromCodePoint(0x4e00 + guess)}`, LI.residentId]
      const answer = await fromElsewhere(verify(token, name, number))
      if (!isPause(answer)) told.push((answer.body as ProblemDetails).code)
      server.clock.advance(MINUTE)
    }
    expect(told).toEqual([
      'real_name_mismatch',
      'real_name_mismatch',
      'already_bound',
      'real_name_mismatch',
      'real_name_mismatch',
    ])
  })

  test('a guess that the police could not answer ends no pause that others have earned', async () => {
    const { token } = await signInBySms(server, person('liuzhiqiang').phone)
    const guess = (at: number): Ask => verify(token, `李小${String.fromCodePoint(0x4e00 + at)}`, LI.residentId)
    const before = police()
    server.fakes.setFault('police', { latencyMs: 400, mode: 'bad_json' })
    const late = fromElsewhere(guess(0))
    while (police() === before) await new Promise((resolve) => setTimeout(resolve, 5))
    server.fakes.clearFaults()
    for (let at = 1; at < 5; at += 1) expect((await fromElsewhere(guess(at))).status).toBe(422)
    server.clock.advance(MINUTE)
    expect(isPause(await fromElsewhere(guess(5)))).toBe(true)
    expect(await late).toMatchObject({ status: 502 })
    server.clock.advance(MINUTE)
    expect(isPause(await fromElsewhere(guess(6)))).toBe(true)
  })
})
