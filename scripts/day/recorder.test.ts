import { linesOf, outcomeOf, type Seen } from './recorder'
import { recoveryOf } from './recovery'

const seen = (one: Partial<Seen>): Seen => ({
  ...{ atMs: 0, endpoint: 'GET /v1/county', ms: 10, status: 200, code: null, words: null, stale: false },
  ...one,
})

it.each([
  [200, null, 'done'],
  [409, 'slot_full', 'refused'],
  [429, 'too_many_requests', 'refused'],
  [503, 'department_unavailable', 'department'],
  [504, 'department_timeout', 'department'],
  [502, 'department_invalid_reply', 'department'],
  [503, 'service_unavailable', 'come_again'],
  [503, 'stopping', 'come_again'],
  [500, 'internal_error', 'failed'],
  [502, null, 'failed'],
  [0, null, 'no_answer'],
])('%d %s is %s', (status, code, outcome) => {
  expect(outcomeOf({ status, code })).toBe(outcome)
})

it('counts each endpoint’s times and everything that was no success', () => {
  const county = Array.from({ length: 100 }, (_, index) => seen({ ms: index + 1 }))
  const others = [
    seen({ endpoint: 'POST /v1/appointments', ms: 5, status: 201 }),
    seen({ endpoint: 'POST /v1/appointments', ms: 7, status: 409, code: 'slot_full' }),
    seen({ endpoint: 'POST /v1/appointments', ms: 9, status: 0 }),
  ]
  expect(linesOf([...others, ...county])).toEqual([
    { endpoint: 'GET /v1/county', requests: 100, p50: 50, p95: 95, p99: 99, codes: {} },
    { endpoint: 'POST /v1/appointments', requests: 3, p50: 7, p95: 9, p99: 9, codes: { slot_full: 1, no_answer: 1 } },
  ])
})

/** Ten requests in each of so many seconds. */
const seconds = (count: number, of: (second: number, index: number) => Partial<Seen>): Seen[] =>
  Array.from({ length: count * 10 }, (_, index) => {
    const second = Math.floor(index / 10)
    return seen({ atMs: index * 100, ...of(second, index) })
  })
const wanted = { fromMs: 0, usual: seconds(3, () => ({})), ofDepartment: false }
const away = { status: 503, code: 'service_unavailable' } as const

it.each([
  ['nothing was wrong', () => ({}), 0],
  ['it fails for two seconds', (second: number) => (second < 2 ? away : {}), 2_000],
  ['it fails again before three good seconds', (second: number) => (second === 0 || second === 3 ? away : {}), 4_000],
  ['one of ten fails in each second', (_: number, index: number) => (index % 10 === 0 ? away : {}), null],
  ['it is slow for a second', (second: number) => (second === 0 ? { ms: 900 } : {}), 1_000],
  ['a department of its own is away', () => ({ status: 503, code: 'department_unavailable' }), 0],
  ['people are refused as on any day', () => ({ status: 409, code: 'slot_full' }), 0],
])('is over when %s', (_, of, after) => {
  expect(recoveryOf(seconds(8, of), wanted)).toBe(after)
})

it('takes old copies and the department’s own kinds for trouble when it was the department', () => {
  const all = seconds(8, (second) =>
    second < 2 ? { stale: true } : second < 4 ? { status: 503, code: 'department_timeout' } : {},
  )
  expect(recoveryOf(all, { ...wanted, ofDepartment: true })).toBe(4_000)
})

it('looks at nothing before the moment it is asked about', () => {
  const all = seconds(8, (second) => (second < 2 ? away : {}))
  expect(recoveryOf(all, { ...wanted, fromMs: 2_000 })).toBe(0)
})
