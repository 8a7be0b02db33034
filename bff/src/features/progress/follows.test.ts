import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const NUMBER = '430224-2026-000123'
const right = { body: { by: 'password', caseNumber: NUMBER, password: 'A1B2C3' } } as const
const MINUTE = 60_000

const followed = async (token: string) => {
  const { followProof } = await server.call('POST /v1/case-look-ups', { ...right, token })
  return server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
}

test('the proof of a look-up before signing in is good after it', async () => {
  const { followProof } = await server.call('POST /v1/case-look-ups', right)
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  const follow = await server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
  expect(follow).toMatchObject({ caseNumber: NUMBER, status: 'correction_needed' })
  expect(await server.call('GET /v1/follows', { token })).toEqual({ items: [follow] })
  expect(await server.call('POST /v1/case-look-ups', { ...right, token })).toMatchObject({
    followId: follow.id,
    followProof: null,
  })
})

test('a proof holds thirty minutes, and an invented one never', async () => {
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  const { followProof } = await server.call('POST /v1/case-look-ups', right)
  server.clock.advance(31 * MINUTE)
  expect(await server.refused('POST /v1/follows', { token, body: { proof: followProof ?? '' } })).toMatchObject({
    code: 'case_not_found',
  })
  expect(await server.refused('POST /v1/follows', { token, body: { proof: 'v1.made.up' } })).toMatchObject({
    code: 'case_not_found',
  })
})

test('a double tap makes one follow', async () => {
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  const { followProof } = await server.call('POST /v1/case-look-ups', right)
  const body = { proof: followProof ?? '' }
  const follows = await Promise.all([1, 2, 3].map(() => server.call('POST /v1/follows', { token, body })))
  expect(new Set(follows.map(({ id }) => id)).size).toBe(1)
  expect((await server.call('GET /v1/follows', { token })).items).toHaveLength(1)
})

test('nobody sees or ends the follow of another', async () => {
  const mine = await signInBySms(server, person('lixiaohong').phone)
  const other = await signInBySms(server, person('liuzhiqiang').phone)
  const { id } = await followed(mine.token)
  expect(await server.refused('GET /v1/follows/:id', { token: other.token, params: { id } })).toMatchObject({
    code: 'not_found',
  })
  expect(await server.refused('DELETE /v1/follows/:id', { token: other.token, params: { id } })).toMatchObject({
    code: 'not_found',
  })
  await server.call('DELETE /v1/follows/:id', { token: mine.token, params: { id } })
  expect(await server.call('GET /v1/follows', { token: mine.token })).toEqual({ items: [] })
})

test('with the department away the last answer seen is shown, marked as old', async () => {
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  const { id } = await followed(token)
  server.clock.advance(60 * MINUTE)
  server.fakes.setFault('cases', { mode: 'refuse' })
  const view = await server.call('GET /v1/follows/:id', { token, params: { id } })
  expect(view).toMatchObject({ stale: true, status: 'correction_needed', followId: id })
})

test('a change makes exactly one message: in the inbox and by SMS', async () => {
  const { phone } = person('lixiaohong')
  const { token } = await signInBySms(server, phone)
  const { id } = await followed(token)
  server.clock.advance(6 * MINUTE)
  server.fakes.advance(NUMBER)
  for (let round = 0; round < 3; round += 1) {
    await server.runJob('follow-poller')
    await server.runJob('outbox')
    server.clock.advance(11 * MINUTE)
  }
  const { items, unread } = await server.call('GET /v1/messages', { token, query: {} })
  expect(items.map(({ title }) => title)).toEqual(['个体工商户设立登记：已办结'])
  expect(items[0]?.link).toContain(id)
  expect(unread).toBe(1)
  expect(server.fakes.smsSent(phone).filter(({ template }) => template === 'case_changed')).toHaveLength(1)
})

test('nothing is asked while nothing is due, and a quiet case is asked less and less', async () => {
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  await followed(token)
  const asked = (): number => server.fakes.calls()['cases/cases/look-up'] ?? 0
  const before = asked()
  const counts: number[] = []
  for (let quarter = 0; quarter < 8; quarter += 1) {
    server.clock.advance(5 * MINUTE)
    await server.runJob('follow-poller')
    counts.push(asked() - before)
  }
  // Asked after 5, then 10 later, then 20 later.
  expect(counts).toEqual([1, 1, 2, 2, 2, 2, 3, 3])
})

test('a department that is away costs the poller nothing but a later try', async () => {
  const { phone } = person('lixiaohong')
  const { token } = await signInBySms(server, phone)
  await followed(token)
  server.clock.advance(6 * MINUTE)
  server.fakes.advance(NUMBER)
  server.fakes.setFault('cases', { mode: 'refuse' })
  await server.runJob('follow-poller')
  server.fakes.clearFaults()
  server.clock.advance(30 * MINUTE)
  await server.runJob('follow-poller')
  await server.runJob('outbox')
  expect((await server.call('GET /v1/messages', { token, query: {} })).items).toHaveLength(1)
})

test('own police cases are followed too', async () => {
  const { token } = await signInVerified(server, 'chenjianguo')
  const { items } = await server.call('GET /v1/progress/id-card', { token })
  const follow = await server.call('POST /v1/follows', { token, body: { proof: items[0]?.followProof ?? '' } })
  server.clock.advance(6 * MINUTE)
  server.fakes.advance(follow.caseNumber)
  await server.runJob('follow-poller')
  expect((await server.call('GET /v1/follows', { token })).items[0]).toMatchObject({
    status: 'decided',
    departmentWords: '制证中',
  })
})
