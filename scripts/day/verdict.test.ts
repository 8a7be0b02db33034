import type { Happened } from './faults'
import type { Seen } from './recorder'
import { judgeDay, reportFaults } from './verdict'

const seen = (one: Partial<Seen>): Seen => ({
  ...{ atMs: 0, endpoint: 'GET /v1/county', ms: 10, status: 200, code: null, words: null, stale: false },
  ...one,
})
const steady = (endpoint: string): Seen[] => Array.from({ length: 600 }, (_, index) => seen({ endpoint, atMs: index * 100 }))
const DAY = [...steady('GET /v1/county'), ...steady('GET /v1/progress/id-card')]
const restart: Happened = { name: 'database', beganMs: 40_000, endedMs: 41_000 }
const police: Happened = { name: 'police', beganMs: 10_000, endedMs: 20_000 }
const away = { status: 503, code: 'service_unavailable', words: '服务暂时不能用 请过几秒再试' } as const
const well = { violations: [], messagesLeft: 0 }

const judge = (all: readonly Seen[], checked: Parameters<typeof judgeDay>[2] = well) =>
  judgeDay(all, reportFaults(all, [restart, police]), checked)

it('tells of each fault what was seen while it lasted, by those whom it concerned', () => {
  const told = { status: 503, code: 'department_unavailable', words: '公安系统暂时不能用。' }
  const during = [
    seen({ endpoint: 'GET /v1/progress/id-card', atMs: 12_000, ...told }),
    seen({ endpoint: 'GET /v1/progress/id-card', atMs: 13_000, stale: true }),
    seen({ endpoint: 'GET /v1/county', atMs: 14_000, ...away }),
  ]
  const [ofPolice] = reportFaults([...DAY, ...during], [police])
  expect(ofPolice).toMatchObject({
    ...{ recoveredAfterMs: 0, requests: 103, stale: 1, words: [told.words] },
    ...{ outcomes: { done: 102, department: 1 }, codes: { department_unavailable: 1 } },
  })
})

it('finds nothing to complain of on a good day', () => {
  expect(judge(DAY)).toEqual({ ok: true, complaints: [] })
})

it.each([
  ['an inside error', [seen({ atMs: 5_000, status: 500, code: 'internal_error' })], /internal_error/],
  ['a page of a proxy', [seen({ atMs: 40_500, status: 502 })], /502/],
  ['"come again" while nothing was wrong', [seen({ atMs: 5_000, ...away })], /nothing was wrong/],
  ['no answer while nothing was wrong', [seen({ atMs: 5_000, status: 0 })], /nothing was wrong/],
])('complains of %s', (_, more, words) => {
  const { ok, complaints } = judge([...DAY, ...more])
  expect([ok, complaints.length]).toEqual([false, 1])
  expect(complaints[0]).toMatch(words)
})

it('lets people be told to come again while the database starts', () => {
  expect(judge([...DAY, seen({ atMs: 40_500, ...away })]).ok).toBe(true)
})

it('complains of a fault that is not over, of what is lost and of what was not delivered', () => {
  const failing = DAY.map((one) => (one.atMs >= 40_000 ? { ...one, ...away } : one))
  expect(judge(failing).complaints.at(-1)).toMatch(/^database/)
  const violations = [{ rule: 'missing_visit', what: 'visit a was answered and is not there' } as const]
  expect(judge(DAY, { violations, messagesLeft: 2 }).complaints).toEqual([
    'missing_visit: visit a was answered and is not there',
    '2 messages were not delivered',
  ])
})
