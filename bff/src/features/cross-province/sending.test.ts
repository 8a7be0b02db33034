import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type OtherProcess, otherProcess } from '../../../test/other-process'
import { person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { keepApplication } from './keep-application'
import { apply, applicationFor, ONLINE_ITEMS } from './testing/application-calls'

let server: TestServer
let other: OtherProcess | null = null
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(async () => {
  await other?.close()
  other = null
  await server.close()
})

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const signIn = () => signInVerified(server, 'lixiaohong')
const list = async (token: string) => (await server.call('GET /v1/cross-province-applications', { token })).items
const opened = () => server.fakes.calls()['cases/cases/open'] ?? 0
const messages = async (token: string) => {
  await server.runJob('outbox')
  return (await server.call('GET /v1/messages', { token, query: {} })).items
}
const sendLater = async (ms = HOUR) => {
  server.clock.advance(ms)
  await server.runJob('kept-applications')
}

test.each(['refuse', 'bad_json', 'wrong_shape', 'hang'] as const)(
  'a department that does not answer (%s) gets the application when it does, and the person is told once',
  async (mode) => {
    const { token } = await signIn()
    server.fakes.setFault('cases', { mode })
    const sent = await apply(server, { token })
    expect(sent).toMatchObject({ state: 'sending', caseNumber: null, queryPassword: null, acceptedBy: null, refusal: null })
    await sendLater()
    expect(await list(token)).toEqual([sent])
    expect(await messages(token)).toEqual([])
    server.fakes.clearFaults()
    await sendLater()
    const [now] = await list(token)
    expect(now).toMatchObject({ id: sent.id, state: 'opened', caseNumber: expect.stringMatching(/^430224-2026-\d{6}$/) })
    await sendLater()
    const told = (await messages(token)).map(({ title, body, link }) => ({ title, body, link }))
    const body = `您申请的“异地就医备案”（吉安市）已经送到茶陵县医疗保障局，办件编号 ${now?.caseNumber}。可以在“我的办件”里看办到哪一步。`
    const link = `/features/cross-province/pages/application/index?id=${sent.id}`
    expect(told).toEqual([{ title: '异地就医备案：已送到', body, link }])
    expect((await server.call('GET /v1/cases', { token })).items.map(({ caseNumber }) => caseNumber)).toContain(now?.caseNumber)
  },
  60_000,
)

test('an answer that comes too late opens no second case', async () => {
  const { token } = await signIn()
  server.fakes.setFault('cases', { latencyMs: 5_500 })
  expect(await apply(server, { token })).toMatchObject({ state: 'sending' })
  // The case system has read it and goes on: the region is handed what nobody waits for here any more.
  for (const until = Date.now() + 30_000; server.fakes.partnerReceipts().length === 0 && Date.now() < until;) await sleep(50)
  expect(server.fakes.partnerReceipts()).toHaveLength(1)
  server.fakes.clearFaults()
  await sendLater()
  const [now] = await list(token)
  expect(now).toMatchObject({ state: 'opened' })
  const { items } = await server.call('GET /v1/cases', { token })
  const across = items.filter(({ itemName }) => itemName === '异地就医备案')
  expect(across.map(({ caseNumber }) => caseNumber)).toEqual([now?.caseNumber])
  expect(server.fakes.partnerReceipts()).toHaveLength(1)
}, 60_000)

test('a process that was killed before it sent: the next one sends, once', async () => {
  const { token, account } = await signIn()
  const actor = { kind: 'resident', id: account.id } as const
  const principal = { accountId: account.id, actor, mandate: null } as ResidentPrincipal
  const content = {
    item: { id: 'remote-care-filing', name: '异地就医备案', code: null, department: '医保' },
    region: { division: '360800', name: '吉安市' },
    answers: [{ id: 'from', question: '从哪天起？', answer: '2026-12-01' }],
  }
  const application = { principal, regionId: 'jian', side: 'county' as const, content }
  const id = await server.database.inTransaction((tx) => keepApplication(server.deps, tx, application))
  await sendLater(MINUTE / 2)
  expect(await list(token)).toMatchObject([{ id, state: 'sending' }])
  await sendLater(MINUTE)
  expect(await list(token)).toMatchObject([{ id, state: 'opened' }])
  await sendLater()
  expect(opened()).toBe(1)
  expect(await messages(token)).toMatchObject([{ title: '异地就医备案：已送到' }])
})

test('two processes and one key: one row, one case', async () => {
  const second = (other = await otherProcess(server))
  const { token } = await signIn()
  const idempotencyKey = randomUUID()
  const taps = await Promise.all([server, second, server, second].map((one) => apply(one, { token, idempotencyKey })))
  expect(new Set(taps.map(({ id }) => id)).size).toBe(1)
  await sendLater()
  expect(opened()).toBe(1)
  expect(await list(token)).toMatchObject([{ state: 'opened' }])
})

test('the same again while it is on its way is refused; five others may be, a sixth not, from however many processes', async () => {
  const second = (other = await otherProcess(server))
  const { token } = await signIn()
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token })
  const again = { token, body: applicationFor('remote-care-filing') }
  expect(await server.refused('POST /v1/cross-province-applications', again)).toMatchObject({ code: 'already_applied' })
  const wishes = ONLINE_ITEMS.slice(1).flatMap((item) => (['jian', 'baiyun'] as const).map((region) => ({ item, region })))
  const answers = await Promise.all(
    wishes.map(({ item, region }, index) =>
      [server, second][index % 2]!.ask('POST /v1/cross-province-applications', {
        token,
        body: applicationFor(item, { region }),
      }),
    ),
  )
  const said = answers.map(({ status }) => status).sort()
  expect(said).toEqual([201, 201, 201, 201, 429, 429, 429, 429])
  expect(await list(token)).toHaveLength(5)
  server.fakes.clearFaults()
  const onTheWay = async () => (await list(token)).filter(({ state }) => state === 'sending').length
  // The gateway asks a department that failed so often again after some seconds of its own.
  for (const until = Date.now() + 90_000; (await onTheWay()) > 0 && Date.now() < until;) {
    await sleep(500)
    await sendLater()
  }
  // Of each item one case that is not decided.
  const [all, done] = [await list(token), (await list(token)).filter(({ state }) => state === 'opened')]
  expect(done.map(({ item }) => item.id).sort()).toEqual([...new Set(all.map(({ item }) => item.id))].sort())
}, 120_000)

test('what the department never answers is given up after three days, in plain words', async () => {
  const { token } = await signIn()
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token })
  await sendLater(2 * DAY)
  expect(await list(token)).toMatchObject([{ state: 'sending' }])
  await sendLater(DAY + HOUR)
  const [now] = await list(token)
  expect(now).toMatchObject({ state: 'refused', refusal: expect.stringContaining('三天都没有答复') })
  expect(await messages(token)).toMatchObject([{ title: '异地就医备案：没有办成', body: expect.stringContaining('12345') }])
  server.fakes.clearFaults()
  await sendLater()
  expect(await apply(server, { token })).toMatchObject({ state: 'opened' })
})

test('a case that came about elsewhere meanwhile refuses the kept one, and the person is told', async () => {
  const { token } = await signIn()
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token }, 'remote-care-filing', { region: 'baiyun' })
  server.fakes.clearFaults()
  await apply(server, { token })
  await sendLater()
  const [, kept] = await list(token)
  expect(kept).toMatchObject({ region: { id: 'baiyun' }, state: 'refused', refusal: expect.stringContaining('已经申请过') })
  expect(await messages(token)).toMatchObject([{ title: '异地就医备案：没有办成' }])
})

test('an account that goes takes what was on its way with it', async () => {
  const { token } = await signIn()
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token })
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  server.fakes.clearFaults()
  const before = opened()
  await sendLater()
  expect(opened()).toBe(before)
})

describe('a region that does not answer', () => {
  test('leaves the case where it was received, until it is handed over', async () => {
    const { token } = await signIn()
    server.fakes.setFault('partner_region', { mode: 'refuse' })
    const { caseNumber } = await apply(server, { token }, 'employee-pension-transfer', { side: 'region' })
    const found = async () => {
      server.clock.advance(MINUTE)
      return (await server.call('GET /v1/cases', { token })).items.find((one) => one.caseNumber === caseNumber)
    }
    expect(await found()).toMatchObject({ status: 'received', steps: [{ note: expect.stringContaining('还没有确认收到') }] })
    expect(server.fakes.advance(caseNumber ?? '')).toBe(false)
    expect(server.fakes.partnerReceipts()).toEqual([])
    server.fakes.clearFaults()
    expect((await found())?.steps.map(({ note }) => note)).toEqual([
      '吉安市人力资源和社会保障局已收到，回执号 360800-S00001',
      '已转给吉安市人力资源和社会保障局',
    ])
    server.fakes.advance(caseNumber ?? '')
    expect(await found()).toMatchObject({ status: 'accepted', departmentWords: '受理' })
  })

  test('that fails later leaves the steps known so far', async () => {
    const { token } = await signIn()
    const { caseNumber } = await apply(server, { token }, 'employee-pension-transfer', { side: 'region' })
    server.fakes.setFault('partner_region', { mode: 'bad_json' })
    server.clock.advance(MINUTE)
    const { items } = await server.call('GET /v1/cases', { token })
    expect(items.find((one) => one.caseNumber === caseNumber)?.steps).toHaveLength(2)
  })
})

test('no answer, number, password or name of the application lies open in the database', async () => {
  const { token } = await signIn()
  const { caseNumber, queryPassword } = await apply(server, { token })
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token }, 'employee-pension-transfer')
  const rows = JSON.stringify(await server.database.read.sql`SELECT * FROM cross_province_applications`)
  const { name, residentId, phone } = person('lixiaohong')
  for (const secret of [caseNumber, queryPassword, '学院路', '前进鞋厂', name, residentId, phone])
    expect(rows).not.toContain(secret)
})
