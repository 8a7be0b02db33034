import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { Endpoint, EndpointTable } from '@one-visit/shared/kernel/endpoints'
import type { Logger } from '../logger'
import { checkReply } from './check-reply'
import type { Metrics } from './metrics'
import { PreparedReply } from './prepared-reply'
import { networkOf, type RateLimiter } from './rate-limiter'
import { deviceIdOf } from './register-endpoints'
import { requestIdOf } from './request-context'
import { HSTS, SECURITY_HEADERS } from './security-headers'

/** Replies of a public GET that can be found by the address alone. */
export interface Shortcut {
  /** The endpoint's key: its limit, its name in logs and metrics. */
  readonly endpoint: string
  /**
   * How to read the reply for an address as it stands in the request line; null when the address is out of the ordinary. Called
   * once the limits have let the request through; when it fails, Koa asks again and says why.
   */
  readonly find: (url: string) => Read | null
}

type Read = () => PreparedReply<unknown> | Promise<PreparedReply<unknown>>

export interface ShortcutDeps {
  readonly shortcuts: readonly Shortcut[]
  readonly endpoints: EndpointTable
  readonly limiter: RateLimiter
  readonly metrics: Metrics
  readonly log: Logger
  readonly trustProxy: boolean
  readonly isStopping: () => boolean
  readonly checkReplies: boolean
}

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

const SINGLE_TAG = /^"[\w-]+"$/
const FIXED_HEADERS = Object.entries({ ...SECURITY_HEADERS, 'Cache-Control': 'no-cache' }).flat()

/**
 * Answers before Koa what a shortcut has, exactly as Koa would: the same headers, limits, log line and measurement. Anything
 * unusual about the request goes to `koa`. A token is not looked up: the reply is the same for everyone, and the limits of
 * network and device hold.
 */
export function answerShortcuts(deps: ShortcutDeps, koa: Listener): Listener {
  const shortcuts = deps.shortcuts.map((shortcut) => prepare(shortcut, deps))
  return (request, response) => {
    if (request.method !== 'GET' || deps.isStopping()) return koa(request, response)
    for (const { find, answer } of shortcuts) {
      const read = find(request.url ?? '')
      if (read) return answer({ request, response, read, koa: () => koa(request, response) })
    }
    return koa(request, response)
  }
}

interface Call {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly read: Read
  readonly koa: () => Promise<void> | void
}

interface Prepared {
  readonly find: Shortcut['find']
  readonly answer: (call: Call) => Promise<void> | void
}

function prepare({ endpoint: key, find }: Shortcut, deps: ShortcutDeps): Prepared {
  const { metrics } = deps
  const endpoint = Object.entries(deps.endpoints).find(([name]) => name === key)?.[1]
  if (!key.startsWith('GET ') || endpoint?.access !== 'public' || endpoint.pii !== 'none')
    throw new Error(`${key} is no public GET without personal data: nothing of it may be answered before the checks`)
  const finish = (call: Call, began: number, reply: PreparedReply<unknown>): void => {
    if (deps.checkReplies) checkReply(key, endpoint, JSON.parse(reply.body.toString()))
    sendAndRecord(call, { key, began, reply }, deps)
  }
  const finishLater = async (call: Call, began: number, reading: ReturnType<Read>): Promise<void> => {
    metrics.inFlight.inc()
    try {
      finish(call, began, await reading)
    } catch {
      await call.koa()
    } finally {
      metrics.inFlight.dec()
    }
  }
  return {
    find,
    answer: (call) => {
      const began = performance.now()
      if (!isOrdinary(call.request) || !isWithinLimits(call.request, endpoint, deps)) return call.koa()
      const reply = call.read()
      if (!(reply instanceof PreparedReply) || deps.checkReplies) return finishLater(call, began, reply)
      finish(call, began, reply)
    },
  }
}

/** False when the reply's tag alone does not settle it: several tags, `*`, a forced reload. */
function isOrdinary({ headers }: IncomingMessage): boolean {
  const known = headers['if-none-match']
  if (known === undefined) return true
  return headers['cache-control'] === undefined && headers['if-modified-since'] === undefined && SINGLE_TAG.test(known)
}

/** When it is not, Koa asks the limiter again and writes the refusal. */
function isWithinLimits(request: IncomingMessage, { limit }: Endpoint, { limiter, trustProxy }: ShortcutDeps): boolean {
  const deviceId = deviceIdOf(oneOf(request.headers['x-device-id']))
  try {
    const network = networkOf(callerIp(request, trustProxy))
    limiter.take(limit, { network, ...(deviceId !== null && { device: deviceId }) })
    return true
  } catch {
    return false
  }
}

interface Found {
  readonly key: string
  readonly began: number
  readonly reply: PreparedReply<unknown>
}

function sendAndRecord({ request, response }: Call, { key, began, reply }: Found, deps: ShortcutDeps): void {
  const status = request.headers['if-none-match'] === reply.etag ? 304 : 200
  const requestId = requestIdOf(oneOf(request.headers['x-request-id']), deps.trustProxy)
  send(response, status, reply, ['X-Request-Id', requestId, ...(isSecure(request, deps.trustProxy) ? HSTS : [])])
  const ms = performance.now() - began
  deps.metrics.duration.observe({ endpoint: key, status }, ms / 1000)
  deps.log.info({ requestId, endpoint: key, method: 'GET', status, ms: Math.round(ms) }, 'request')
}

function send(
  response: ServerResponse,
  status: 200 | 304,
  { body, etag }: PreparedReply<unknown>,
  more: readonly string[],
): void {
  const headers = [...more, ...FIXED_HEADERS, 'ETag', etag]
  if (status === 304) {
    response.writeHead(status, headers).end()
    return
  }
  headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(body.length))
  response.writeHead(status, headers).end(body)
}

const oneOf = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '')

/** As Koa's `ctx.ip` with one trusted proxy: the last address in X-Forwarded-For is the one it saw. */
function callerIp(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? oneOf(request.headers['x-forwarded-for']) : ''
  return forwarded.split(',').at(-1)?.trim() || (request.socket.remoteAddress ?? '')
}

/** As Koa's `ctx.secure`. */
function isSecure(request: IncomingMessage, trustProxy: boolean): boolean {
  if ((request.socket as Partial<TLSSocket>).encrypted) return true
  return trustProxy && /^\s*https\s*(,|$)/i.test(oneOf(request.headers['x-forwarded-proto']))
}
