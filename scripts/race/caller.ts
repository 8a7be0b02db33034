import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Action, Answer, Attempt } from './history'
import type { Network } from './intentions'
import { atShare } from './random'

export interface Order extends Pick<Action, 'client' | 'kind' | 'actor' | 'target' | 'slotId'> {
  readonly token: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly body?: unknown
  /** Sent with an idempotency key. */
  readonly keyed: boolean
  readonly network: Network
}

export interface Caller {
  /** Sends until somebody answers, over a network that fails as it was told to; null when the caller went away. */
  call(order: Order): Promise<Answer | null>
  /** What changes nothing and is not worth keeping. */
  read(token: string, path: string): Promise<Answer>
  readonly history: readonly Action[]
}

type Sending = Pick<Order, 'token' | 'method' | 'path' | 'body'> & { readonly key: string | null }

const PATIENCE_MS = 60_000
const BETWEEN_TRIES_MS = 60
const TOO_LONG_MS = 25_000

/** `ports` hands back the processes that listen now. */
export function createCaller(ports: () => readonly number[]): Caller {
  const history: Action[] = []
  return {
    history,
    call: async (order) => {
      const { client, kind, actor, target, slotId } = order
      const attempts: Attempt[] = []
      const sending = { ...order, key: order.keyed ? randomUUID() : null }
      history.push({ client, kind, actor, target, slotId, key: sending.key, attempts })
      return callOver(order.network, sending, attempts, ports)
    },
    read: (token, path) => untilAnswered({ token, path, method: 'GET', key: null }, [], ports, 0),
  }
}

type Ports = () => readonly number[]

async function callOver(network: Network, sending: Sending, attempts: Attempt[], ports: Ports): Promise<Answer | null> {
  const { fate, afterMs, process } = network
  const first = await somePort(ports, process)
  if (fate === 'cut' || fate === 'gone') attempts.push({ answer: await send(sending, first, afterMs) })
  if (fate === 'gone') return null
  if (fate === 'twin' && sending.key !== null) {
    const both = [first, ports().find((port) => port !== first) ?? first]
    attempts.push(...(await Promise.all(both.map(async (port) => ({ answer: await send(sending, port) })))))
  }
  const answer = await untilAnswered(sending, attempts, ports, process)
  if (fate === 'again' && sending.key !== null && answer.status < 300) await untilAnswered(sending, attempts, ports, 1 - process)
  return answer
}

/** Waits while none is there. */
async function somePort(ports: Ports, process: number): Promise<number> {
  const givesUp = performance.now() + PATIENCE_MS
  while (performance.now() < givesUp) {
    const port = atShare(ports(), process)
    if (port !== undefined) return port
    await pause(BETWEEN_TRIES_MS)
  }
  throw new Error(`No server process was there for ${PATIENCE_MS / 1000} seconds.`)
}

async function untilAnswered(sending: Sending, attempts: Attempt[], ports: Ports, process: number): Promise<Answer> {
  const givesUp = performance.now() + PATIENCE_MS
  while (performance.now() < givesUp) {
    const answer = await send(sending, await somePort(ports, process))
    attempts.push({ answer })
    if (answer) return answer
    await pause(BETWEEN_TRIES_MS)
  }
  throw new Error(`${sending.method} ${sending.path} was not answered for ${PATIENCE_MS / 1000} seconds.`)
}

/** Null when no answer came: nobody listens there, the process was killed meanwhile, or the network died after `cutAfterMs`. */
async function send(
  { token, method, path, body, key }: Sending,
  port?: number,
  cutAfterMs = TOO_LONG_MS,
): Promise<Answer | null> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === null ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(cutAfterMs),
    })
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  } catch {
    return null
  }
}
