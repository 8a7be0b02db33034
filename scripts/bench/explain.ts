import type { Profiler } from 'node:inspector/promises'
import type { Child } from './child'
import type { LoadOrder, LoadResult } from './load'
import { type LayerCost, measureLayers, writeLayers } from './layers'
import { callersFor, takeAway, type Target } from './measure'
import { type Bucket, sumBuckets } from './profile-buckets'
import { alignColumns } from './report'
import { type Asked, HOTTEST, WORKLOAD_TITLES, WORKLOADS } from './requests'

export interface Explanation {
  readonly layers: Readonly<Record<'session' | 'subscribe', readonly LayerCost[]>>
  readonly profiles: Readonly<Record<Asked, readonly Bucket[]>>
}

const PROFILED = [...WORKLOADS, ...HOTTEST]
const SHOWN = 12
const PROFILE_MS = 2_000

/** What the measurements have said whenever they were made; the numbers are in bff/README.md. */
const WHY = `Why it costs that:
- Koa itself costs little. The HTTP side around it is paid by every request: security headers, a request id and a logger that
  names it, a time limit with its abort signal, routing over all endpoints, one log line, one measurement.
- Token to person is one prepared statement, and so is the use case of GET /v1/session; the rest of that is opening three
  encrypted fields. Entities would build their SQL anew for each read, so these do without them.
- A fresh copy of a department's reply is read, decrypted and checked against its schema each time: copies belong to all
  processes and disappear with the account, so they are not kept in memory.
- A list of free times is sent before Koa, whether it is at hand or must be read: a query, twenty rows, JSON and its tag.
- Bookings that arrive together are one batch of a dozen statements and one commit. Their notices are delivered meanwhile, at
  a pace of a thousand a second at most: part of what a booking costs here, and not of what it costs the bare server.
- A write alone pays for the disk as the bare server does, and for all the layers. Many at once share one
  commit: that is why the BFF is ahead of a bare server that commits for each.
- writev, all, run, dispatch are the kernel's socket, SQLite's reads and writes, and waking up: no code of ours.`

/** Where the time goes: what each layer adds, and self time by package while the whole BFF works. */
export async function explain(load: Child, bff: Target, layers: Child): Promise<Explanation> {
  const costs = await measureLayers(load, layers, bff.tokens)
  const profiles: Partial<Record<Asked, Bucket[]>> = {}
  for (const workload of PROFILED) profiles[workload] = await profile(load, bff, workload)
  return { layers: costs, profiles: profiles as Record<Asked, Bucket[]> }
}

async function profile(load: Child, target: Target, workload: Asked): Promise<Bucket[]> {
  const { child, port } = target
  const callers = callersFor(target, workload, PROFILE_MS)
  await child.ask('startProfile')
  const { requests } = await load.ask<LoadResult>('run', {
    port,
    callers,
    workload,
    connections: 16,
    forMs: PROFILE_MS,
  } satisfies LoadOrder)
  takeAway(target, workload, requests)
  return sumBuckets(await child.ask<Profiler.Profile>('stopProfile'))
}

export function writeExplanation({ layers, profiles }: Explanation): string {
  const shares = PROFILED.map((workload) => {
    const rows = profiles[workload].slice(0, SHOWN).map(({ name, share }) => [name, (share * 100).toFixed(1)])
    return `${WORKLOAD_TITLES[workload]}, self time in the BFF\n${alignColumns([['where', '%'], ...rows])}`
  })
  return [writeLayers('session', layers.session), writeLayers('subscribe', layers.subscribe), ...shares, WHY].join('\n\n')
}
