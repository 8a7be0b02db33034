import { familyHand, giveMandate, type Hand, volunteerHand } from '../../../test/mandates'
import { person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { apply, applicationFor } from './testing/application-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const SCOPE = [{ operation: 'apply_across_regions', items: null }] as const

async function mandated(signIn: (on: TestServer) => Promise<Hand>) {
  const to = await signIn(server)
  const mandate = await giveMandate(server, 'wangxiuying', { to, scope: SCOPE })
  return { token: to.token, mandate, actor: to.actor }
}

const tell = async () => {
  await server.runJob('acts-to-tell')
  await server.runJob('outbox')
}

test.each([
  ['a member of the family', familyHand],
  ['a volunteer', volunteerHand],
] as const)('%s applies for somebody: the case is that person’s, and so is its password', async (_, signIn) => {
  const { token, mandate, actor } = await mandated(signIn)
  const sent = await apply(server, { token, mandate })
  expect(sent).toMatchObject({ state: 'opened', queryPassword: null, caseNumber: expect.any(String) })
  const [row] = await server.database.read.sql<object[]>`SELECT * FROM cross_province_applications`
  const { token: principal, account } = await signInVerified(server, 'wangxiuying')
  expect(row).toMatchObject({ account_id: account.id, actor_kind: actor.kind, actor_id: actor.id, mandate_id: mandate })
  const own = (await server.call('GET /v1/cross-province-applications', { token: principal })).items
  expect(own).toEqual([{ ...sent, queryPassword: expect.any(String) }])
  const cases = await server.call('GET /v1/cases', { token: principal })
  expect(cases.items.map(({ caseNumber }) => caseNumber)).toContain(sent.caseNumber)
  const [record] = await server.database.read.sql<object[]>`
    SELECT actor_kind, actor_id, beneficiary_id, mandate_id, subject FROM audit_records WHERE event = 'applied_across_regions'`
  expect(record).toEqual({
    ...{ actor_kind: actor.kind, actor_id: actor.id, beneficiary_id: account.id, mandate_id: mandate },
    subject: sent.id,
  })
})

test('the person is told what was applied for, and reads it in the list of acts', async () => {
  const { token, mandate } = await mandated(familyHand)
  await apply(server, { token, mandate })
  const { token: principal } = await signInVerified(server, 'wangxiuying')
  await tell()
  const { items } = await server.call('GET /v1/messages', { token: principal, query: {} })
  expect(items).toMatchObject([
    { kind: 'proxy', title: '李*红替王*英申请跨省通办的事', body: expect.stringContaining('：异地就医备案，吉安市。') },
  ])
  const acts = await server.call('GET /v1/mandates/:id/acts', { token: principal, params: { id: mandate } })
  expect(acts.items).toMatchObject([{ what: '申请跨省通办的事', subject: '异地就医备案，吉安市', refused: false }])
})

test('when the department does not accept it, the person hears that too, however it was sent', async () => {
  const { token, mandate } = await mandated(familyHand)
  const answers = { ...applicationFor('sole-trader-setup').answers, business: '卖烟花爆竹' }
  await apply(server, { token, mandate }, 'sole-trader-setup', { answers })
  await tell()
  const { token: principal } = await signInVerified(server, 'wangxiuying')
  const { items } = await server.call('GET /v1/messages', { token: principal, query: {} })
  expect(items.map(({ title }) => title).sort()).toEqual(['个体工商户设立登记：没有办成', '李*红替王*英申请跨省通办的事'])
})

test('who acts sees what they sent, and not what the person sent themselves', async () => {
  const { token, mandate } = await mandated(familyHand)
  const { token: principal } = await signInVerified(server, 'wangxiuying')
  const own = await apply(server, { token: principal }, 'medical-insurance-transfer')
  const sent = await apply(server, { token, mandate })
  expect((await server.call('GET /v1/cross-province-applications', { token, mandate })).items).toEqual([sent])
  const view = { token, mandate, params: { id: own.id } }
  expect(await server.refused('GET /v1/cross-province-applications/:id', view)).toMatchObject({ code: 'not_found' })
})

test('a mandate for something else allows none of it', async () => {
  const to = await familyHand(server)
  const mandate = await giveMandate(server, 'wangxiuying', { to, scope: [{ operation: 'look_up_cases', items: null }] })
  const body = applicationFor('remote-care-filing')
  const call = server.refused('POST /v1/cross-province-applications', { token: to.token, mandate, body })
  expect(await call).toMatchObject({ code: 'mandate_scope' })
})

test('what was asked of the department is said with the name of the person, not of the one who acts', async () => {
  const { token, mandate } = await mandated(familyHand)
  const { caseNumber } = await apply(server, { token, mandate })
  const lookUp = {
    by: 'id_last_four',
    caseNumber: caseNumber ?? '',
    lastFour: person('wangxiuying').residentId.slice(-4),
  } as const
  const { token: principal } = await signInVerified(server, 'wangxiuying')
  expect(await server.call('POST /v1/case-look-ups', { token: principal, body: lookUp })).toMatchObject({ caseNumber })
})
