import { Agent, createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http'
import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { PROBLEMS } from '@one-visit/shared/kernel/problem'

/** A server process behind the balancer. */
export interface Backend {
  readonly port: number
  /** By the last health check, or the last request: it should be sent requests. */
  ready: boolean
}

const CHECK_EVERY_MS = 500
const CHECK_WITHIN_MS = 1_000
const RETRY_AFTER_SECONDS = 2
/** Longer than people pause, so that no connection ends just as a request comes. */
const KEEP_ALIVE_MS = 75_000

/** The ready ones in turn, then those that are not: when none is ready, asking is better than refusing. */
export function inOrder(backends: readonly Backend[], turn: number): Backend[] {
  const turned = backends.map((_, index) => backends[(turn + index) % backends.length] as Backend)
  return [...turned.filter(({ ready }) => ready), ...turned.filter(({ ready }) => !ready)]
}

const ONCE_FOR_ALL = Object.entries(allEndpoints as Record<string, Endpoint>)
  .filter(([, { idempotent }]) => idempotent === true)
  .map(([key]) => new RegExp(`^${key.replace(/:\w+/g, '[^/]+')}$`))

/**
 * Whether a request whose connection broke may be sent to another process. One that never left, always. One that may have been
 * done: reads, and what its idempotency key makes once for all.
 */
export function mayGoOn(call: {
  readonly method: string
  readonly path: string
  readonly keyed: boolean
  readonly left: boolean
}): boolean {
  if (!call.left || call.method === 'GET' || call.method === 'HEAD') return true
  return call.keyed && ONCE_FOR_ALL.some((endpoint) => endpoint.test(`${call.method} ${call.path}`))
}

interface Passed {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

class Broken extends Error {
  constructor(readonly left: boolean) {
    super('the connection to a server process broke')
  }
}

/** Round robin over the processes, as nginx does it with `proxy_next_upstream error timeout` and checks of /readyz. */
export function createBalancer(backends: readonly Backend[]): { server: Server; stop(): void } {
  const agent = new Agent({ keepAlive: true })
  let turn = 0
  const server = createServer((request, response) => {
    turn += 1
    void pass(inOrder(backends, turn), agent, request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = KEEP_ALIVE_MS
  const checking = setInterval(() => {
    for (const backend of backends) void check(backend)
  }, CHECK_EVERY_MS)
  return {
    server,
    stop: () => {
      clearInterval(checking)
      agent.destroy()
      server.close()
      server.closeAllConnections()
    },
  }
}

async function check(backend: Backend): Promise<void> {
  const signal = AbortSignal.timeout(CHECK_WITHIN_MS)
  const answer = await fetch(`http://127.0.0.1:${backend.port}/readyz`, { signal }).catch(() => null)
  backend.ready = answer?.status === 200
  await answer?.arrayBuffer().catch(() => undefined)
}

async function pass(
  backends: readonly Backend[],
  agent: Agent,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  const path = (request.url ?? '').split('?')[0] ?? ''
  const call = { method: request.method ?? 'GET', path, keyed: request.headers['idempotency-key'] !== undefined }
  for (const backend of backends) {
    try {
      const passed = await forward(backend, agent, request, body)
      response.writeHead(passed.status, passed.headers).end(passed.body)
      return
    } catch (error) {
      backend.ready = false
      if (!mayGoOn({ ...call, left: error instanceof Broken && error.left })) break
    }
  }
  refuse(response)
}

/** The whole answer, so that one that breaks off midway can still be asked for elsewhere. */
function forward(backend: Backend, agent: Agent, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Passed> {
  return new Promise((resolve, reject) => {
    let left = false
    const broken = (): void => {
      reject(new Broken(left))
    }
    const asking = send({ port: backend.port, host: '127.0.0.1', agent, method, path: url, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', broken)
      answer.on('end', () => {
        const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...kept } = answer.headers
        resolve({ status: answer.statusCode ?? 502, headers: kept, body: Buffer.concat(chunks) })
      })
    })
    asking.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => (left = true))
      else left = true
    })
    asking.on('error', broken)
    asking.end(body)
  })
}

/** What nginx is told to answer in place of its own page (`error_page 502 504`): in the app's own words. */
function refuse(response: ServerResponse): void {
  const { status, title, action } = PROBLEMS.service_unavailable
  const problem = { type: '/docs#problem-service_unavailable', title, status, code: 'service_unavailable', detail: title, action }
  const body = JSON.stringify({ ...problem, requestId: 'balancer', retryAfter: RETRY_AFTER_SECONDS })
  response.writeHead(status, { 'Content-Type': 'application/problem+json', 'Retry-After': String(RETRY_AFTER_SECONDS) }).end(body)
}
