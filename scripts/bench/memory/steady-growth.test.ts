import { heldBy, isSteady, type MemorySample, MOST_HELD, trendOf } from './steady-growth'

const samples = (heapAt: (requests: number) => number): MemorySample[] =>
  Array.from({ length: 21 }, (_, index) => {
    const requests = index * 50_000
    return { requests, heapUsed: heapAt(requests), external: 1_000_000, rss: 150_000_000 }
  })

const verdict = (heapAt: (requests: number) => number): boolean => isSteady(trendOf(samples(heapAt), heldBy), MOST_HELD)

test('a hundred bytes that stay of each request are found, also where the heap wavers by a megabyte', () => {
  const wavering = (requests: number): number => 60_000_000 + 100 * requests + (requests % 3 === 0 ? 1_000_000 : 0)
  expect(
    trendOf(
      samples((requests) => 60_000_000 + 100 * requests),
      heldBy,
    ),
  ).toEqual({ perRequest: 100, surely: 100 })
  expect(verdict(wavering)).toBe(true)
})

test('what fills up in the first half, or only wavers, does not grow steadily', () => {
  expect(verdict((requests) => 60_000_000 + Math.min(requests, 500_000) * 100)).toBe(false)
  expect(verdict((requests) => 60_000_000 + (requests % 7) * 500_000)).toBe(false)
  expect(verdict(() => 60_000_000)).toBe(false)
})

test('a trend of three samples would be none', () => {
  expect(() => trendOf(samples(() => 1).slice(0, 3), heldBy)).toThrow('four samples')
})
