import { Connection } from './connection'
import { percentile } from './numbers'
import { type Workload, writeRequest } from './requests'

export interface LoadOrder {
  readonly port: number
  readonly workload: Workload
  readonly tokens: readonly string[]
  readonly connections: number
  /** Milliseconds in which new requests are sent. */
  readonly forMs: number
}

export interface LoadResult {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
}

/** A server that stops answering ends the bench instead of holding it. */
const LONGEST_ANSWER_MS = 10_000

/** Keeps every connection busy for a while; throws when an answer is not a success. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: order.connections }, () => Connection.open(order.port)))
  const tooLong = setTimeout(() => {
    for (const connection of connections) connection.close()
  }, order.forMs + LONGEST_ANSWER_MS)
  try {
    const latencies: number[] = []
    const began = performance.now()
    await Promise.all(connections.map((connection, index) => keepBusy(connection, index, order, began + order.forMs, latencies)))
    const seconds = (performance.now() - began) / 1000
    return {
      requests: latencies.length,
      perSecond: latencies.length / seconds,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
    }
  } finally {
    clearTimeout(tooLong)
    for (const connection of connections) connection.close()
  }
}

async function keepBusy(
  connection: Connection,
  index: number,
  { workload, tokens, connections }: LoadOrder,
  until: number,
  latencies: number[],
): Promise<void> {
  for (let turn = index; ; turn += connections) {
    const sent = performance.now()
    if (sent >= until) return
    const { status, body } = await connection.send(writeRequest(workload, tokens[turn % tokens.length] ?? ''))
    if (status >= 300) throw new Error(`${workload} was answered ${status}: ${body}`)
    latencies.push(performance.now() - sent)
  }
}
