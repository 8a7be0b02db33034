import { ASKS_A_DAY } from '@one-visit/shared/proxy/rules'
import { person } from '../../../../test/people'
import { otherProcess, type OtherProcess } from '../../../../test/other-process'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { JPEG, motherAndDaughter, taskInHand, VISITS, WEEK } from './testing/mandate-calls'

let server: TestServer
let other: OtherProcess
beforeEach(async () => {
  server = await startTestServer()
  other = await otherProcess(server)
})
afterEach(async () => {
  await other.close()
  await server.close()
})

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOTHER = person('wangxiuying').phone

const codesSent = () => server.fakes.smsSent(MOTHER).filter(({ template }) => template === 'mandate_code').length
const asksKept = async (token: string): Promise<number> => {
  await server.runJob('outbox')
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  return items.filter(({ title }) => title === '有人想替您办事').length
}
/** Never the same twice, so that each is a request of its own. */
const terms = (turn: number) => ({ scope: VISITS, days: 1 + turn })

test('who asks somebody again and again is told to wait a day; the person hears of no more than five', async () => {
  const { mother, daughter, member } = await motherAndDaughter(server)
  for (let turn = 0; turn < ASKS_A_DAY; turn += 1) {
    const { id } = await server.call('POST /v1/mandates', { token: daughter, body: { member, ...terms(turn) } })
    await server.runJob('outbox')
    if (turn % 2 === 0) await server.call('DELETE /v1/mandates/:id', { token: daughter, params: { id } })
    server.clock.advance(2 * MINUTE)
  }
  const again = { token: daughter, body: { member, ...terms(ASKS_A_DAY) } }
  expect(await server.refused('POST /v1/mandates', again)).toMatchObject({
    ...{ status: 429, code: 'too_many_attempts', retryAfter: (DAY - 2 * ASKS_A_DAY * MINUTE) / 1000 },
    detail: expect.stringContaining('便民服务中心'),
  })
  expect([await asksKept(mother), codesSent()]).toEqual([ASKS_A_DAY, ASKS_A_DAY])
  server.clock.advance(DAY)
  expect(await server.call('POST /v1/mandates', again)).toMatchObject({ status: 'pending' })
})

test('of many asks at once, at two processes, no more get through', async () => {
  const { mother, daughter, member } = await motherAndDaughter(server)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, turn) => {
      // Each by another device: not the limit of how often one taps is asked about here.
      const deviceId = `7d9f2a3e-0000-4000-8000-0000000000${10 + turn}`
      const { ask } = turn % 2 === 0 ? server : other
      return ask('POST /v1/mandates', { token: daughter, deviceId, body: { member, ...terms(turn) } })
    }),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(ASKS_A_DAY)
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 429]))
  expect(await asksKept(mother)).toBeLessThanOrEqual(ASKS_A_DAY)
})

test('the same asked again sends the code again, five times; the person can still agree in the app', async () => {
  const { mother, daughter, member } = await motherAndDaughter(server)
  const ask = { token: daughter, body: { member, ...WEEK } }
  for (let turn = 0; turn < ASKS_A_DAY; turn += 1) {
    await server.call('POST /v1/mandates', ask)
    await server.runJob('outbox')
    server.clock.advance(MINUTE)
  }
  expect(await server.refused('POST /v1/mandates', ask)).toMatchObject({
    code: 'too_many_attempts',
    detail: expect.stringContaining('验证码'),
  })
  await server.runJob('outbox')
  expect([await asksKept(mother), codesSent()]).toEqual([1, ASKS_A_DAY])
  const [waiting] = (await server.call('GET /v1/mandates', { token: mother })).given
  const yes = { token: mother, params: { id: waiting?.id ?? '' }, body: { accept: true } }
  expect(await server.call('POST /v1/mandates/:id/answer', yes)).toMatchObject({ status: 'active' })
})

test('it counts for each who asks, and never for the counter where both have come', async () => {
  const { mother, daughter, member } = await motherAndDaughter(server)
  const { clerk, volunteer, task } = await taskInHand(server)
  const asking = (token: string, turn: number) => ({
    ...{ token, params: { id: task.id } },
    body: { ...terms(turn), evidence: 'app' as const, scan: null },
  })
  for (let turn = 0; turn < ASKS_A_DAY; turn += 1) {
    await server.call('POST /v1/staff/tasks/:id/mandates', asking(volunteer, turn))
    server.clock.advance(MINUTE)
  }
  expect(await server.refused('POST /v1/staff/tasks/:id/mandates', asking(volunteer, ASKS_A_DAY))).toMatchObject({
    code: 'too_many_attempts',
  })
  await server.call('POST /v1/mandates', { token: daughter, body: { member, ...WEEK } })
  const witnessed = { ...asking(clerk, 6), body: { ...terms(6), evidence: 'witnessed' as const, scan: JPEG } }
  expect(await server.call('POST /v1/staff/tasks/:id/mandates', witnessed)).toMatchObject({ status: 'active' })
  expect(await asksKept(mother)).toBe(ASKS_A_DAY + 1)
})
