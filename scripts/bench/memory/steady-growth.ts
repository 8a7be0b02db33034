/** What the process held after a collection, once so many requests had been answered. */
export interface MemorySample {
  readonly requests: number
  /** Bytes. */
  readonly heapUsed: number
  /** Buffers and other memory outside the heap that objects hold. */
  readonly external: number
  readonly rss: number
}

/** Bytes a request: by a straight line through the second half, and what it surely is at least (two standard errors less). */
export interface Trend {
  readonly perRequest: number
  readonly surely: number
}

/** A leak of a small object a request is some hundred bytes; caches that still fill and V8's own upkeep stay far below this. */
export const MOST_HELD = 8
/** The allocators keep what has been freed, in pieces, so that this wavers more. */
export const MOST_RESIDENT = 64

export const heldBy = ({ heapUsed, external }: MemorySample): number => heapUsed + external
export const residentOf = ({ rss }: MemorySample): number => rss

/** The first half fills caches, compiles code and settles the heap. */
export function trendOf(samples: readonly MemorySample[], bytesOf: (sample: MemorySample) => number): Trend {
  const half = (samples.at(-1)?.requests ?? 0) / 2
  const points = samples.filter(({ requests }) => requests >= half).map((sample) => [sample.requests, bytesOf(sample)] as const)
  if (points.length < 4) throw new Error('A trend needs four samples in the second half.')
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleX, middleY] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))]
  const spread = points.reduce((sum, [x]) => sum + (x - middleX) ** 2, 0)
  const perRequest = points.reduce((sum, [x, y]) => sum + (x - middleX) * (y - middleY), 0) / spread
  const misses = points.reduce((sum, [x, y]) => sum + (y - middleY - perRequest * (x - middleX)) ** 2, 0)
  return { perRequest, surely: perRequest - 2 * Math.sqrt(misses / (points.length - 2) / spread) }
}

/** It grows steadily when even the least it surely grows by is more than is allowed. */
export const isSteady = ({ surely }: Trend, most: number): boolean => surely > most
