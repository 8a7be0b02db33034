import { requireSameFound, summarise, writeSearch } from './search'

const asked = (...times: number[]) => times.map((ms) => ({ ms, found: 1 }))

test('the slowest query is the one that is slow each time, not the one that was slow once', () => {
  const measured = summarise({ asked: asked(1, 5, 1, 5, 90, 5), cpuMs: 12 }, ['身份证', '户口'])
  expect(measured).toEqual({ p50: 5, p99: 90, cpu: 2, slowest: '户口' })
})

test('times of searches that found other things, or nothing, are not shown', () => {
  expect(() => requireSameFound(asked(1), asked(2))).not.toThrow()
  expect(() => requireSameFound(asked(1), [{ ms: 1, found: 2 }])).toThrow('through HTTP')
  expect(() => requireSameFound([{ ms: 1, found: 0 }], [{ ms: 1, found: 0 }])).toThrow('Nothing was found')
})

test('a target that is missed is said to be missed', () => {
  const measured = { p50: 2, p99: 9, cpu: 1, slowest: '户口' }
  const times = { items: 10_000, queries: 60, builtMs: 1234, engine: measured, http: measured }
  expect(writeSearch(times)).toMatch(/10000 items.*1\.2 s.*engine alone +2\.00 +9\.00.*met$/s)
  expect(writeSearch({ ...times, http: { ...measured, p99: 21 } })).toMatch(/missed$/)
})
