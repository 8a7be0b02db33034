import { sumBuckets } from './profile-buckets'

const node = (id: number, url: string, functionName = 'f') => ({
  id,
  callFrame: { functionName, url, scriptId: '1', lineNumber: 0, columnNumber: 0 },
})

test('time is summed by package, module and part of Node, without the time of doing nothing', () => {
  const nodes = [
    node(1, 'file:///one/node_modules/typeorm/query/A.js'),
    node(2, 'file:///one/node_modules/@koa/router/dist/index.js'),
    node(3, 'file:///one/bff/src/platform/http/send.ts'),
    node(4, 'node:internal/streams/writable'),
    node(5, '', '(idle)'),
    node(6, '', 'writev'),
    node(7, 'file:///one/node_modules/typeorm/driver/B.js'),
    node(8, '', '(garbage collector)'),
  ]
  const samples = [1, 2, 3, 4, 5, 6, 7, 8]
  const profile = { nodes, samples, timeDeltas: [30, 10, 10, 10, 900, 10, 20, 10], startTime: 0, endTime: 1000 }
  const shares = Object.fromEntries(sumBuckets(profile).map(({ name, share }) => [name, share]))
  expect(shares).toEqual({
    typeorm: 0.5,
    '@koa/router': 0.1,
    'bff/src/platform/http': 0.1,
    'node: streams': 0.1,
    'native: writev': 0.1,
    'garbage collection': 0.1,
  })
  expect(sumBuckets(profile)[0]?.name).toBe('typeorm')
})
