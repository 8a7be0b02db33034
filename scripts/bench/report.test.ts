import { type Round, summarise } from './measure'
import { alignColumns, writeTable } from './report'

const round = (perSecond: number, cpu: number): Round => ({ requests: 10, perSecond, p50: 1, p99: 2, cpu })

test('a summary holds medians and the ratios to the first server', () => {
  const bare = [round(1000, 100), round(900, 110), round(1100, 90)]
  const bff = [round(500, 300), round(450, 330), round(600, 270)]
  expect(summarise('BFF', bff, bare)).toEqual({
    target: 'BFF',
    perSecond: 500,
    p50: 1,
    p99: 2,
    cpu: 300,
    speedRatio: 0.5,
    cpuRatio: 3,
  })
})

test('columns of numbers stand to the right, words to the left', () => {
  expect(
    alignColumns([
      ['server', 'n'],
      ['a', '5'],
      ['longer', '10'],
    ]),
  ).toBe('  server   n\n  a        5\n  longer  10')
})

test('each workload has a table, and the number of connections is said once', () => {
  const measured = ['bare node:http', 'BFF'].map((target) => summarise(target, [round(1234.5, 100)], [round(1234.5, 100)]))
  const table = writeTable([
    { workload: 'session', connections: 16, measured },
    { workload: 'subscribe', connections: 16, measured },
  ])
  expect(table.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
    'GET /v1/session',
    'POST /v1/message-subscriptions (one commit)',
  ])
  expect(table.match(/^ +16 {2}bare node:http {2}.*1\.00.*$/gm)).toHaveLength(2)
})
