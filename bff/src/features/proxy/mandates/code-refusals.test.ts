import { person } from '../../../../test/people'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { daughterAsks, mandateCode, otherCode, taskInHand, WEEK } from './testing/mandate-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const MINUTE = 60_000
const MOTHER = person('wangxiuying').phone
const REFUSED = ['code_invalid', 'too_many_attempts', 'mandate_not_pending'] as const

const enter = (token: string, id: string, code: string) => ({ token, params: { id }, body: { code } })

interface Written {
  readonly actor_kind: string
  readonly beneficiary_id: string
  readonly subject: string
  readonly data: string
}

const refusals = (id: string): Promise<Written[]> =>
  server.database.read.sql<Written[]>`
    SELECT actor_kind, beneficiary_id, subject, data FROM audit_records
    WHERE event = 'acting_refused' AND mandate_id = ${id} ORDER BY id`

const whyRefused = async (id: string): Promise<string[]> =>
  (await refusals(id)).map(({ data }) => (JSON.parse(data) as { refusal: string }).refusal)

test('a code that is wrong, old, used or tried too often is refused, and each try stands among the acts of the mandate', async () => {
  const { mother, daughter, mandate } = await daughterAsks(server)
  const right = mandateCode(server, MOTHER)
  for (let guess = 0; guess < 5; guess += 1)
    await server.refused('POST /v1/mandates/:id/code', enter(daughter, mandate.id, otherCode(right)))
  await server.refused('POST /v1/mandates/:id/code', enter(daughter, mandate.id, right))
  server.clock.advance(MINUTE)
  await server.call('POST /v1/mandates/:id/code', enter(daughter, mandate.id, right))
  await server.refused('POST /v1/mandates/:id/code', enter(daughter, mandate.id, right))
  expect(await whyRefused(mandate.id)).toEqual([...Array.from({ length: 5 }, () => REFUSED[0]), REFUSED[1], REFUSED[2]])
  const { items } = await server.call('GET /v1/mandates/:id/acts', { token: mother, params: { id: mandate.id } })
  const words = items.filter(({ refused }) => refused).map(({ what }) => what)
  expect(words).toHaveLength(7)
  expect(new Set(words)).toEqual(
    new Set([
      '想填写验证码，没有让办：验证码不对或已过期',
      '想填写验证码，没有让办：试的次数太多了',
      '想填写验证码，没有让办：这份委托不用再确认',
    ]),
  )
})

test('tries at the same moment are all written down, and the right code still counts once', async () => {
  const { daughter, mandate } = await daughterAsks(server)
  const right = mandateCode(server, MOTHER)
  const codes = [otherCode(right), right, otherCode(right), right]
  const answers = await Promise.all(
    codes.map((code) => server.ask('POST /v1/mandates/:id/code', enter(daughter, mandate.id, code))),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await refusals(mandate.id)).toHaveLength(3)
})

test('a volunteer’s wrong code is in the person’s own record, by their hand, and the code is in no record', async () => {
  const { volunteer, task } = await taskInHand(server)
  const { id } = await server.call('POST /v1/staff/tasks/:id/mandates', {
    token: volunteer,
    params: { id: task.id },
    body: { ...WEEK, evidence: 'phone_code', scan: null },
  })
  await server.runJob('outbox')
  const wrong = otherCode(mandateCode(server, MOTHER))
  await server.refused('POST /v1/staff/mandates/:id/code', enter(volunteer, id, wrong))
  const [record] = await refusals(id)
  expect(record).toMatchObject({ actor_kind: 'volunteer', subject: id })
  expect(JSON.parse(record?.data ?? '')).toEqual({ endpoint: 'POST /v1/staff/mandates/:id/code', refusal: 'code_invalid' })
  const [owner] = await server.database.read.sql<{ account_id: string }[]>`SELECT account_id FROM mandates WHERE id = ${id}`
  expect(record?.beneficiary_id).toBe(owner?.account_id)
})
