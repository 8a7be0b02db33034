import { lastCode, person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { addFamily, answerFamily, confirmation, motherAsked } from './testing/family-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000
const other = (code: string): string => (code === '000000' ? '111111' : '000000')

describe('a code', () => {
  test('holds five minutes, and another is sent by asking again after a minute', async () => {
    const { daughter, member } = await motherAsked(server)
    const { phone } = person('wangxiuying')
    const first = lastCode(server, phone)
    const askAgain = async (): Promise<number> => {
      expect(await addFamily(server, daughter, 'wangxiuying')).toEqual(member)
      await server.runJob('outbox')
      return server.fakes.smsSent(phone).filter(({ template }) => template === 'family_code').length
    }
    expect(await askAgain()).toBe(1)
    server.clock.advance(MINUTE)
    expect(await askAgain()).toBe(2)
    const second = lastCode(server, phone)
    const refusal = await server.refused(
      'POST /v1/family/:id/code',
      confirmation(daughter, member.id, first === second ? other(first) : first),
    )
    expect(refusal).toMatchObject({ code: 'code_invalid', fields: [{ path: 'code' }] })
    server.clock.advance(5 * MINUTE)
    expect(await server.refused('POST /v1/family/:id/code', confirmation(daughter, member.id, second))).toMatchObject({
      code: 'code_invalid',
    })
  })

  test('is not sent late when the SMS platform was down for longer than it holds', async () => {
    const { token: mother } = await signInVerified(server, 'wangxiuying')
    const { token } = await signInVerified(server, 'lixiaohong')
    server.fakes.setFault('sms', { mode: 'refuse' })
    const { id } = await addFamily(server, token, 'wangxiuying')
    await server.runJob('outbox')
    server.fakes.clearFaults()
    server.clock.advance(6 * MINUTE)
    await server.runJob('outbox')
    expect(server.fakes.smsSent(person('wangxiuying').phone).filter(({ template }) => template === 'family_code')).toEqual([])
    expect((await answerFamily(server, mother, id, true)).viewers).toMatchObject([{ status: 'active' }])
  })

  test('can be guessed at five times, also when the request is made anew in between', async () => {
    const { daughter, member } = await motherAsked(server)
    const { phone } = person('wangxiuying')
    for (let guess = 0; guess < 3; guess += 1)
      await server.refused('POST /v1/family/:id/code', confirmation(daughter, member.id, other(lastCode(server, phone))))
    await server.call('DELETE /v1/family/:id', { token: daughter, params: { id: member.id } })
    const again = await addFamily(server, daughter, 'wangxiuying')
    await server.runJob('outbox')
    for (let guess = 0; guess < 2; guess += 1)
      await server.refused('POST /v1/family/:id/code', confirmation(daughter, again.id, other(lastCode(server, phone))))
    expect(
      await server.refused('POST /v1/family/:id/code', confirmation(daughter, again.id, lastCode(server, phone))),
    ).toMatchObject({
      code: 'too_many_attempts',
      retryAfter: expect.any(Number),
    })
  })

  test('is sent to one person ten times a day at most, whoever asks', async () => {
    const { daughter, member } = await motherAsked(server)
    for (let time = 0; time < 11; time += 1) {
      server.clock.advance(MINUTE)
      expect(await addFamily(server, daughter, 'wangxiuying')).toEqual(member)
      await server.runJob('outbox')
    }
    const codes = server.fakes.smsSent(person('wangxiuying').phone).filter(({ template }) => template === 'family_code')
    expect(codes).toHaveLength(10)
  })

  test('lies in the database as a keyed hash only', async () => {
    await motherAsked(server)
    const code = lastCode(server, person('wangxiuying').phone)
    const rows = await server.database.read.sql<object[]>`SELECT code_index FROM family_members`
    const messages = await server.database.read.sql<object[]>`SELECT payload FROM outbox_messages`
    expect(rows).toMatchObject([{ code_index: expect.any(String) }])
    expect(JSON.stringify([rows, messages])).not.toContain(code)
  })
})
