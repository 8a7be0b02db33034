import { percentile } from '../bench/numbers'
import { outcomeOf, type Seen } from './recorder'

/** Seconds in a row that must be well. */
const WELL_SECONDS = 3
/** Of a second's requests so many must be answered well. */
const WELL_SHARE = 0.99
/** Times the p95 of before, and at least so many milliseconds: a busy machine is no fault. */
const SLOWER = 3
const LEAST_MS = 500

export interface Wanted {
  /** Real milliseconds after the day began: nobody counts on anything before. */
  readonly fromMs: number
  /** The time before the fault that shows what is usual. */
  readonly usual: readonly Seen[]
  /** Whether it was a department: then its own kinds of failure, and old copies, are trouble; otherwise they are another fault's. */
  readonly ofDepartment: boolean
}

/** Answered as on any day: a success, or a refusal that the person's own wish deserves. */
function isWell(one: Seen, ofDepartment: boolean): boolean {
  const outcome = outcomeOf(one)
  if (outcome === 'department' || one.stale) return !ofDepartment
  return outcome === 'done' || outcome === 'refused'
}

/**
 * How many milliseconds after `fromMs` people are served as before, or null when that does not happen: the beginning of the first
 * three seconds in a row in each of which 99 of 100 requests were answered well, and p95 was at most three times what it was before
 * (or half a second). Seconds without a request say nothing. A request belongs to the second in which it was sent.
 */
export function recoveryOf(seen: readonly Seen[], { fromMs, usual, ofDepartment }: Wanted): number | null {
  const p95Before = usual.length === 0 ? 0 : percentile(timesOf(usual), 0.95)
  const slowest = Math.max(LEAST_MS, SLOWER * p95Before)
  const seconds = new Map<number, Seen[]>()
  for (const one of seen) {
    if (one.atMs < fromMs) continue
    const second = Math.floor((one.atMs - fromMs) / 1000)
    seconds.set(second, [...(seconds.get(second) ?? []), one])
  }
  let well: number[] = []
  for (const [second, own] of [...seconds].sort(([a], [b]) => a - b)) {
    const served = own.filter((one) => isWell(one, ofDepartment)).length / own.length
    well = served >= WELL_SHARE && percentile(timesOf(own), 0.95) <= slowest ? [...well, second] : []
    if (well.length === WELL_SECONDS) return (well[0] ?? 0) * 1000
  }
  return null
}

const timesOf = (seen: readonly Seen[]): number[] => seen.map(({ ms }) => ms)
