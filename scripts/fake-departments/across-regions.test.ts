import { randomUUID } from 'node:crypto'
import { PEOPLE } from './people'
import { type FakeDepartments, startFakeDepartments } from './start'
import { tifSign } from './tif-sign'

let fakes: FakeDepartments
let now = new Date('2026-11-21T01:00:00.000Z')
beforeEach(async () => {
  now = new Date('2026-11-21T01:00:00.000Z')
  fakes = await startFakeDepartments({ clock: () => now })
})
afterEach(() => fakes.close())

interface Case {
  readonly caseNumber: string
  readonly status: string
  readonly history: readonly { readonly status: string; readonly opinion: string | null }[]
}
interface Reply {
  readonly errcode: number
  readonly data: { readonly result: string; readonly caseNumber: string; readonly queryPassword: string; readonly case: Case }
}

async function ask(operation: string, content: object): Promise<Reply> {
  const body = JSON.stringify(content)
  const response = await fetch(`${fakes.url}/cases/${operation}`, { method: 'POST', body, headers: tifSign(body, now) })
  return (await response.json()) as Reply
}

const person = PEOPLE[2]!
const application = (decidingSide: 'county' | 'region', other: object = {}): object => ({
  requestId: randomUUID(),
  item: { id: 'medical-insurance-transfer', name: '基本医疗保险关系转移接续', code: null, department: '医保' },
  decidingSide,
  county: { division: '430224', name: '茶陵县' },
  region: { division: '360800', name: '吉安市' },
  applicant: { name: person.name, idNumber: person.residentId, phone: null },
  answers: [{ id: 'paid-until', question: '交到哪天？', answer: '2024-05-31' }],
  ...other,
})

const look = async ({ data }: Reply): Promise<Case> =>
  (await ask('cases/look-up', { caseNumber: data.caseNumber, password: data.queryPassword })).data.case

test.each(['county', 'region'] as const)('decided by the %s: both sides move on with time alone', async (side) => {
  const opened = await ask('cases/open', application(side))
  expect(await look(opened)).toMatchObject({ status: '收件' })
  const seen: string[] = []
  for (let hours = 0; hours < 100; hours += 25) {
    now = new Date(now.getTime() + 25 * 3_600_000)
    seen.push((await look(opened)).status)
  }
  expect(seen.at(-1)).toBe('办结')
  const { history } = await look(opened)
  expect(history.map(({ status }) => status)).toEqual([
    '收件',
    '收件',
    ...(side === 'county' ? ['收件'] : []),
    '受理',
    '审查',
    '办结',
  ])
  expect(history.map(({ opinion }) => opinion).join()).toContain('360800-S00001')
})

test('the same application gets the same case, and the region is given it once', async () => {
  const content = application('region')
  const replies = await Promise.all([1, 2, 3].map(() => ask('cases/open', content)))
  expect(new Set(replies.map(({ data }) => data.caseNumber)).size).toBe(1)
  expect(fakes.partnerReceipts()).toHaveLength(1)
})

test('a second one of the same item is refused until the first is decided', async () => {
  const opened = await ask('cases/open', application('region'))
  expect(await ask('cases/open', application('county'))).toMatchObject({ errcode: 40901, data: null })
  now = new Date(now.getTime() + 80 * 3_600_000)
  expect(await look(opened)).toMatchObject({ status: '办结' })
  expect(await ask('cases/open', application('county'))).toMatchObject({ errcode: 0, data: { result: 'opened' } })
})

test.each([
  ['somebody whom it does not know', { applicant: { name: '王五', idNumber: '43020319800101001X', phone: null } }],
  ['a name of somebody else', { applicant: { name: '王五', idNumber: person.residentId, phone: null } }],
])('%s is not accepted, in words', async (_, other) => {
  expect(await ask('cases/open', application('county', other))).toMatchObject({
    errcode: 0,
    data: { result: 'not_accepted', reason: expect.stringContaining('登记信息') },
  })
})

test('an application without an answer, or of another form, is refused', async () => {
  expect(await ask('cases/open', application('county', { answers: [] }))).toMatchObject({ errcode: 40001 })
  expect(await ask('cases/open', {})).toMatchObject({ errcode: 40001 })
})

test('a region that hangs keeps nobody waiting: the case is opened, and handed over later', async () => {
  fakes.setFault('partner_region', { mode: 'hang' })
  const opened = await ask('cases/open', application('county'))
  expect(await look(opened)).toMatchObject({ status: '收件', history: [{ opinion: expect.stringContaining('还没有确认收到') }] })
  expect(fakes.advance(opened.data.caseNumber)).toBe(false)
  fakes.clearFaults()
  expect((await look(opened)).history).toHaveLength(2)
  expect(fakes.calls()['partner_region/applications/accept']).toBeGreaterThan(1)
}, 30_000)

test('a region takes only what is signed', async () => {
  const url = `${fakes.url}/partner_region/applications/accept`
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(application('region')) })
  expect(response.status).toBe(401)
  expect(fakes.partnerReceipts()).toEqual([])
})
