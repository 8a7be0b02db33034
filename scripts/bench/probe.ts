import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from './connection'
import { percentile } from './numbers'
import { writeGet } from './requests'

export interface ProbeOrder {
  readonly port: number
  readonly paths: readonly string[]
  readonly tokens: readonly string[]
  /** Milliseconds from one request for a path to the next. */
  readonly everyMs: number
  readonly forMs: number
}

export interface Probed {
  readonly path: string
  readonly requests: number
  /** Milliseconds from when a request was due to its answer. */
  readonly p50: number
  readonly p99: number
}

/** So many requests for a path may be under way; one that is due then waits, and its waiting is counted. */
const CONNECTIONS = 4

/** Asks for each path at a steady pace, whether or not the answers keep up; throws when one is not a success. */
export function probe(order: ProbeOrder): Promise<Probed[]> {
  return Promise.all(order.paths.map((path, index) => probePath(order, path, (index * order.everyMs) / order.paths.length)))
}

async function probePath({ port, tokens, everyMs, forMs }: ProbeOrder, path: string, offset: number): Promise<Probed> {
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(port)))
  const latencies: number[] = []
  const began = performance.now() + offset
  const times = Math.floor(forMs / everyMs)
  const keepAsking = async (connection: Connection, first: number): Promise<void> => {
    for (let turn = first; turn < times; turn += CONNECTIONS) {
      const sent = await whenDue(began + turn * everyMs)
      const { status, body } = await connection.send(writeGet(path, tokens[turn % tokens.length] ?? ''))
      if (status !== 200) throw new Error(`${path} was answered ${status}: ${body}`)
      latencies.push(performance.now() - sent)
    }
  }
  try {
    await Promise.all(connections.map(keepAsking))
  } finally {
    for (const connection of connections) connection.close()
  }
  return { path, requests: latencies.length, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
}

/** Waits for the time and says from when the answer's time counts: a timer that is late is not the server's doing, a connection that was busy is. */
async function whenDue(due: number): Promise<number> {
  const early = due - performance.now()
  if (early <= 0) return due
  await sleep(early)
  return performance.now()
}
