import { PEOPLE } from '../../../../../scripts/fake-departments/people'
import { person, signInVerified } from '../../../../test/people'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { openSlots, slotAt } from '../../../../test/visits'
import { daughterAsks, motherAndDaughter, witnessed } from './testing/mandate-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const MOTHER = person('wangxiuying').phone

async function deliver(): Promise<void> {
  await server.runJob('acts-to-tell')
  await server.runJob('outbox')
}

const actsTold = async (token: string): Promise<string[]> => {
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  return items.filter(({ kind, title }) => kind === 'proxy' && /^.\*.替/.test(title)).map(({ title }) => title)
}
const texts = () => server.fakes.smsSent(MOTHER).filter(({ template }) => template === 'acted_for')

const household = async () => ({ slotId: (await slotAt(server, 0, { itemGroup: 'household' })).id })

test('an act is told to somebody without the app by one short SMS, and stands in the list in plain words', async () => {
  const { volunteer, clerk, mandate } = await witnessed(server)
  await server.call('POST /v1/appointments', { token: volunteer, mandate: mandate.id, body: await household() })
  await deliver()
  await deliver()
  const [text = ''] = texts().map(({ params }) => params['text'])
  expect(texts()).toHaveLength(1)
  expect(text).toBe('刘*强替您预约办事：11月23日 周一 上午9:00，茶陵县政务服务中心。结束委托请打12345')
  expect([...text].length).toBeLessThanOrEqual(60)
  const { items } = await server.call('GET /v1/staff/mandates/:id/acts', { token: clerk, params: { id: mandate.id } })
  expect(items).toMatchObject([
    {
      what: '预约办事',
      subject: expect.stringMatching(/^户籍和身份证，11月23日 周一 上午.*茶陵县政务服务中心$/),
      refused: false,
    },
  ])
})

test('who is signed in reads it in the app, and so does the family who looks after them; the one who acted does not', async () => {
  const { mother, daughter } = await motherAndDaughter(server)
  const { volunteer, mandate } = await witnessed(server)
  await server.call('POST /v1/appointments', { token: volunteer, mandate: mandate.id, body: await household() })
  await deliver()
  expect(texts()).toEqual([])
  expect(await actsTold(mother)).toEqual(['刘*强替王*英预约办事'])
  expect(await actsTold(daughter)).toEqual(['刘*强替王*英预约办事'])
  const bodyFor = async (token: string) =>
    (await server.call('GET /v1/messages', { token, query: {} })).items.find(({ title }) => title.endsWith('预约办事'))?.body
  expect(await bodyFor(mother)).toMatch(/户籍和身份证，11月23日 周一 上午.*。预约号 [ \d]+，请带好证件。.*点开结束委托/)
  expect(await bodyFor(daughter)).toMatch(/户籍和身份证，11月23日 周一 上午.*点开结束委托/)
  expect(await bodyFor(daughter)).not.toContain('预约号')
  const seen = await server.call('GET /v1/mandates/:id/acts', { token: daughter, params: { id: mandate.id } })
  expect(seen.items).toMatchObject([{ what: '预约办事' }])
  const { token: stranger } = await signInVerified(server, 'chenjianguo')
  expect(await server.refused('GET /v1/mandates/:id/acts', { token: stranger, params: { id: mandate.id } })).toMatchObject({
    code: 'not_found',
  })
})

test('looking is written once in ten minutes and told once a day, in the app only', async () => {
  const { mother, daughter, mandate } = await daughterAsks(server)
  await server.call('POST /v1/mandates/:id/answer', { token: mother, params: { id: mandate.id }, body: { accept: true } })
  const look = () => server.call('GET /v1/appointments', { token: daughter, mandate: mandate.id })
  const acts = async () =>
    (await server.call('GET /v1/mandates/:id/acts', { token: mother, params: { id: mandate.id } })).items.length
  await look()
  await look()
  await deliver()
  expect(await acts()).toBe(1)
  server.clock.advance(11 * MINUTE)
  await look()
  await deliver()
  expect(await acts()).toBe(2)
  expect(await actsTold(mother)).toEqual(['李*红替王*英查看预约'])
  expect(await actsTold(daughter)).toEqual([])
  server.clock.advance(DAY)
  await look()
  await deliver()
  expect(await actsTold(mother)).toHaveLength(2)
  expect(texts()).toEqual([])
})

test('an act that was rolled back is told to nobody', async () => {
  const { volunteer, mandate } = await witnessed(server)
  const full = { token: volunteer, mandate: mandate.id, body: { slotId: '01890000-0000-7000-8000-000000000000' } }
  await server.refused('POST /v1/appointments', full)
  await deliver()
  expect(texts()).toEqual([])
})

test('what the mandate does not name is refused, stands in the list and in the audit, and is nobody’s message', async () => {
  const { mother, daughter, mandate } = await daughterAsks(server)
  await server.call('POST /v1/mandates/:id/answer', { token: mother, params: { id: mandate.id }, body: { accept: true } })
  const other = (await slotAt(server, 0)).id
  const by = { token: daughter, mandate: mandate.id }
  expect(await server.refused('GET /v1/cases', by)).toMatchObject({ code: 'mandate_scope' })
  expect(await server.refused('GET /v1/account/export', by)).toMatchObject({ code: 'mandate_scope' })
  expect(await server.refused('POST /v1/appointments', { ...by, body: { slotId: other } })).toMatchObject({
    code: 'mandate_scope',
  })
  const { items } = await server.call('GET /v1/mandates/:id/acts', { token: mother, params: { id: mandate.id } })
  expect(items.filter(({ refused }) => refused).map(({ what }) => what)).toEqual([
    '想预约办事，没有让办：委托里没有这一项',
    '想办委托以外的事，没有让办：委托里没有这一项',
    '想查询办事进度，没有让办：委托里没有这一项',
  ])
  await deliver()
  expect(await actsTold(mother)).toEqual([])
})

test('the audit of all this names nobody', async () => {
  const { volunteer, mandate } = await witnessed(server)
  await server.call('POST /v1/appointments', { token: volunteer, mandate: mandate.id, body: await household() })
  await server.refused('GET /v1/cases', { token: volunteer, mandate: mandate.id })
  await deliver()
  const records = await server.database.read.sql<{ mandate_id: string | null }[]>`SELECT * FROM audit_records`
  const text = JSON.stringify(records)
  for (const { name, residentId, phone } of PEOPLE)
    for (const secret of [name, residentId, phone]) expect(text).not.toContain(secret)
  expect(text).not.toContain(mandate.number)
  expect(records.filter(({ mandate_id }) => mandate_id === mandate.id)).toHaveLength(2)
})
