import { Connection } from './connection'
import { percentile } from './numbers'
import { type Asked, ONCE_EACH, writeRequest } from './requests'
import type { Caller } from './visits'

export interface LoadOrder {
  readonly port: number
  readonly workload: Asked
  /** In turn, and again from the first one where a caller may come twice. */
  readonly callers: readonly Caller[]
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

/** Keeps every connection busy for a while, or until no caller is left; throws when an answer is not a success. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const connections = await Promise.all(Array.from({ length: order.connections }, () => Connection.open(order.port)))
  const tooLong = setTimeout(() => {
    for (const connection of connections) connection.close()
  }, order.forMs + LONGEST_ANSWER_MS)
  try {
    const latencies: number[] = []
    const began = performance.now()
    const callers = inTurn(order, began + order.forMs)
    await Promise.all(connections.map((connection) => keepBusy(connection, order.workload, callers, latencies)))
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

/** Whose turn it is: one list for all connections. */
function* inTurn({ workload, callers }: LoadOrder, until: number): Generator<Caller, void> {
  do {
    for (const caller of callers) {
      if (performance.now() >= until) return
      yield caller
    }
  } while (!ONCE_EACH.has(workload))
}

async function keepBusy(
  connection: Connection,
  workload: Asked,
  callers: Generator<Caller, void>,
  latencies: number[],
): Promise<void> {
  // Not for … of: it would close the generator for the other connections.
  for (let turn = callers.next(); turn.done !== true; turn = callers.next()) {
    const sent = performance.now()
    const { status, body } = await connection.send(writeRequest(workload, turn.value))
    if (status >= 300) throw new Error(`${workload} was answered ${status}: ${body}`)
    latencies.push(performance.now() - sent)
  }
}
