import { randomUUID } from 'node:crypto'
import { signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { apply, applicationFor, ONLINE_ITEMS, type OnlineItem } from './testing/application-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000

const caseOf = async (token: string, caseNumber: string | null) =>
  (await server.call('GET /v1/cases', { token })).items.find((one) => one.caseNumber === caseNumber)

/** The next step happens, and the person looks again when their last look is no longer fresh. */
async function moveOn(token: string, caseNumber: string) {
  expect(server.fakes.advance(caseNumber)).toBe(true)
  server.clock.advance(MINUTE)
  return caseOf(token, caseNumber)
}

const BOTH_SIDES = ONLINE_ITEMS.flatMap((item) => (['county', 'region'] as const).map((side) => [item, side] as const))

test.each<readonly [OnlineItem, 'county' | 'region']>(BOTH_SIDES)(
  '%s, decided by the %s, goes from the form to a decided case, with the steps of both sides',
  async (item, side) => {
    const { token } = await signInVerified(server, 'liuzhiqiang')
    const application = await apply(server, { token }, item, { side })
    expect(application).toMatchObject({ state: 'opened', side, refusal: null, region: { id: 'jian', name: '吉安市' } })
    expect(application.acceptedBy).toMatch(side === 'county' ? /^茶陵县.*局$/ : /^吉安市.*局$/)
    const caseNumber = application.caseNumber ?? ''
    const opened = await caseOf(token, caseNumber)
    expect(opened).toMatchObject({ status: 'received', itemName: application.item.name, department: application.acceptedBy })
    expect(opened?.steps[0]?.note).toMatch(/^吉安市.*局已收到，回执号 360800-S00001$/)
    const seen = []
    for (let steps = 0; steps < 3; steps += 1) seen.push((await moveOn(token, caseNumber))?.status)
    expect(seen).toEqual(['accepted', 'in_review', 'decided'])
    expect(server.fakes.partnerReceipts()).toEqual(['360800-S00001'])
    const list = await server.call('GET /v1/cross-province-applications', { token })
    expect(list.items).toEqual([application])
  },
)

test('the case opens with its number and the query password, and can be followed', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const { id, caseNumber, queryPassword } = await apply(server, { token })
  const body = { by: 'password', caseNumber: caseNumber ?? '', password: queryPassword ?? '' } as const
  const { followProof } = await server.call('POST /v1/case-look-ups', { token, body })
  await server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
  const lookUp = { by: 'id_last_four', caseNumber: caseNumber ?? '', lastFour: '4425' } as const
  expect(await server.call('POST /v1/case-look-ups', { token, body: lookUp })).toMatchObject({ caseNumber })
  server.fakes.advance(caseNumber ?? '')
  server.clock.advance(20 * MINUTE)
  await server.runJob('follow-poller')
  const { items } = await server.call('GET /v1/follows', { token })
  expect(items).toMatchObject([{ caseNumber, status: 'accepted' }])
  const view = server.call('GET /v1/cross-province-applications/:id', { token, params: { id } })
  expect(await view).toMatchObject({ id, caseNumber, office: { phone: '0796-12345' } })
})

test('every answer that needs mending is named at once', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const refused = async (answers: Record<string, string>) => {
    const body = { ...applicationFor('remote-care-filing'), answers }
    const problem = await server.refused('POST /v1/cross-province-applications', { token, body })
    return [problem.code, ...(problem.fields ?? []).map(({ path }) => path)]
  }
  expect(await refused({})).toEqual(['invalid_input', 'answers.stay-kind', 'answers.from', 'answers.stay-address'])
  expect(await refused({ 'stay-kind': 'for-fun', from: '2026-02-30', 'stay-address': '  ', wishes: '快点' })).toEqual([
    ...['invalid_input', 'answers.stay-kind', 'answers.from', 'answers.stay-address', 'answers.wishes'],
  ])
  const undeclared = { ...applicationFor('remote-care-filing'), declared: false }
  const { body } = await server.ask('POST /v1/cross-province-applications', { token, body: undeclared })
  expect(body).toMatchObject({ code: 'invalid_input', fields: [{ path: 'declared' }] })
  expect((await server.call('GET /v1/cross-province-applications', { token })).items).toEqual([])
})

test('what has no form, is not done with the region or not decided there is not applied for', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const bodies = [
    { item: 'household-certificate' },
    { item: 'mortgage-register', region: 'baiyun' },
    { region: 'nowhere' },
    { item: 'graduate-household-move', side: 'region' as const },
  ]
  for (const other of bodies) {
    const body = applicationFor('remote-care-filing', other)
    expect(await server.refused('POST /v1/cross-province-applications', { token, body })).toMatchObject({ code: 'not_found' })
  }
})

test('a case of the same item that is not decided yet, and what the department does not accept', async () => {
  const { token } = await signInVerified(server, 'chenjianguo')
  const open = { token, body: applicationFor('sole-trader-setup') }
  expect(await server.refused('POST /v1/cross-province-applications', open)).toMatchObject({ code: 'already_applied' })
  const { token: other } = await signInVerified(server, 'lixiaohong')
  const answers = { ...applicationFor('sole-trader-setup').answers, business: '卖烟花爆竹' }
  expect(await apply(server, { token: other }, 'sole-trader-setup', { answers })).toMatchObject({
    state: 'refused',
    caseNumber: null,
    refusal: '卖烟花爆竹要先有经营许可证，请先到应急部门办证。',
  })
  await server.runJob('outbox')
  expect((await server.call('GET /v1/messages', { token: other, query: {} })).items).toEqual([])
})

test('a double tap makes one application, and one key with another application is refused', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const idempotencyKey = randomUUID()
  const taps = await Promise.all([1, 2, 3].map(() => apply(server, { token, idempotencyKey })))
  expect(taps.map((one) => ({ ...one, state: 'opened' }))).toEqual(taps)
  expect(new Set(taps.map(({ caseNumber }) => caseNumber)).size).toBe(1)
  expect(server.fakes.calls()['cases/cases/open']).toBe(1)
  const other = { token, idempotencyKey, body: applicationFor('medical-insurance-transfer') }
  expect(await server.refused('POST /v1/cross-province-applications', other)).toMatchObject({ code: 'idempotency_key_reused' })
})

test('nobody sees the application of another, and nobody without a real name applies', async () => {
  const { token: nameless } = await signInBySms(server, '13900000009')
  const body = applicationFor('remote-care-filing')
  expect(await server.refused('POST /v1/cross-province-applications', { token: nameless, body })).toMatchObject({
    code: 'real_name_required',
  })
  const { token } = await signInVerified(server, 'lixiaohong')
  const { id } = await apply(server, { token })
  const { token: stranger } = await signInVerified(server, 'chenjianguo')
  const view = { token: stranger, params: { id } }
  expect(await server.refused('GET /v1/cross-province-applications/:id', view)).toMatchObject({ code: 'not_found' })
  expect((await server.call('GET /v1/cross-province-applications', { token: stranger })).items).toEqual([])
})

test('the export holds the applications, and nothing is left when the account goes', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const sent = await apply(server, { token })
  server.fakes.setFault('cases', { mode: 'refuse' })
  await apply(server, { token }, 'medical-insurance-transfer')
  const { applications } = await server.call('GET /v1/account/export', { token })
  expect(applications).toMatchObject([
    { id: sent.id, queryPassword: sent.queryPassword, answers: [] },
    {
      state: 'sending',
      answers: expect.arrayContaining([{ id: 'last-employer', question: expect.any(String), answer: '前进鞋厂' }]),
    },
  ])
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  expect(await server.database.read.sql`SELECT id FROM cross_province_applications`).toEqual([])
})
