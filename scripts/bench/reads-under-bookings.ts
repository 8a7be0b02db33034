import { type Child, startChild } from './child'
import type { LoadOrder, LoadResult } from './load'
import { callersFor, takeAway } from './measure'
import type { Place } from './place'
import type { Probed, ProbeOrder } from './probe'
import { alignColumns } from './report'
import { slotsPath } from './requests'
import type { BenchTarget } from './targets'

const CONNECTIONS = 64
const FOR_MS = 5_000
const EVERY_MS = 10
/** A list that each booking of its day changes, and one's own session. */
const PATHS = [slotsPath('vehicle', '2026-11-24'), '/v1/session']

export interface ReadsUnderBookings {
  readonly bookings: LoadResult
  readonly alone: readonly Probed[]
  readonly during: readonly Probed[]
}

/** How long reads take while 64 connections book as fast as they are answered, beside how long they take otherwise. */
export async function measureReadsUnderBookings(load: Child, bff: BenchTarget, place: Place): Promise<ReadsUnderBookings> {
  const reader = startChild('load-process.ts')
  place.onEnd(() => reader.stop())
  const order: ProbeOrder = { port: bff.port, tokens: bff.tokens, paths: PATHS, everyMs: EVERY_MS, forMs: FOR_MS }
  const ask = (forMs: number): Promise<Probed[]> => reader.ask<Probed[]>('probe', { ...order, forMs } satisfies ProbeOrder)
  await ask(1_000)
  const alone = await ask(FOR_MS)
  const callers = callersFor(bff, 'book', FOR_MS)
  const book: LoadOrder = { port: bff.port, workload: 'book', callers, connections: CONNECTIONS, forMs: FOR_MS + 500 }
  const [bookings, during] = await Promise.all([load.ask<LoadResult>('run', book), ask(FOR_MS)])
  takeAway(bff, 'book', bookings.requests)
  return { bookings, alone, during }
}

export function writeReadsUnderBookings({ bookings, alone, during }: ReadsUnderBookings): string {
  const { perSecond, p50, p99 } = bookings
  const title = `Reads of the BFF while ${CONNECTIONS} connections book (${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms)`
  return `${title}\n${writeProbes(alone, during)}`
}

/** Before and during, side by side. */
export function writeProbes(before: readonly Probed[], during: readonly Probed[]): string {
  const rows = before.map((one, index) => {
    const later = during[index]
    const [p50, p99] = [later?.p50 ?? Number.NaN, later?.p99 ?? Number.NaN]
    return [one.path, ...[one.p50, one.p99, p50, p99].map((ms) => ms.toFixed(2)), (p99 / one.p99).toFixed(2)]
  })
  return alignColumns([['GET', 'p50 ms', 'p99 ms', 'p50 during', 'p99 during', 'p99 ×'], ...rows])
}
