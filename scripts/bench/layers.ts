import type { Child } from './child'
import { measure, type Target, warmUp } from './measure'
import { alignColumns } from './report'
import { WORKLOAD_TITLES } from './requests'

/** From the socket inwards. */
const LAYERS = ['node', 'koa', 'http', 'principal', 'whole'] as const
export type LayerName = (typeof LAYERS)[number]

export interface LayerCost {
  readonly layer: LayerName
  /** Microseconds of processor time for one request, with everything before it. */
  readonly cpu: number
}

const READ: Readonly<Record<LayerName, string>> = {
  node: 'node:http, the socket and the parser',
  koa: '+ Koa',
  http: '+ router, request id, headers, time limit, log line, metrics, limits',
  principal: '+ token to person: SHA-256 and the look-up in the database',
  whole: '+ the use case: rows, decryption, masking, JSON',
}
const WRITE: Readonly<Record<LayerName, string>> = {
  ...READ,
  http: `${READ.http}, reading and checking the body`,
  principal: `${READ.principal}; idempotency key and commit`,
  whole: '+ the use case: one statement',
}

const TITLES = { session: READ, subscribe: WRITE } as const
const PLAN = { connections: 16, rounds: 3, roundMs: 500 }

/** What each layer adds, for a read and for a write, at 16 connections. */
export async function measureLayers(
  load: Child,
  child: Child,
  tokens: readonly string[],
): Promise<Record<keyof typeof TITLES, LayerCost[]>> {
  const ports = await child.ask<Record<LayerName, number>>('ports')
  const targets = LAYERS.map((name): Target => ({
    name,
    child,
    port: ports[name],
    tokens,
    once: { book: [], 'progress-cold': [] },
  }))
  const of = async (workload: keyof typeof TITLES): Promise<LayerCost[]> => {
    await warmUp(load, targets, workload)
    const measured = await measure(load, targets, { ...PLAN, workload })
    return LAYERS.map((layer, index) => ({ layer, cpu: measured[index]?.cpu ?? Number.NaN }))
  }
  return { session: await of('session'), subscribe: await of('subscribe') }
}

/** Each layer with what it adds to the one before. */
export function writeLayers(workload: keyof typeof TITLES, costs: readonly LayerCost[]): string {
  const rows = costs.map(({ layer, cpu }, index) => [
    TITLES[workload][layer],
    (cpu - (costs[index - 1]?.cpu ?? 0)).toFixed(0),
    cpu.toFixed(0),
  ])
  return `${WORKLOAD_TITLES[workload]}, CPU µs/request at ${PLAN.connections} connections\n${alignColumns([['layer', 'adds', 'so far'], ...rows])}`
}
