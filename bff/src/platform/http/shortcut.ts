import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import type { EndpointTable } from '@one-visit/shared/kernel/endpoints'
import type { Logger } from '../logger'
import type { Metrics } from './metrics'
import type { PreparedReply } from './prepared-reply'
import { networkOf, type RateLimiter } from './rate-limiter'
import { deviceIdOf } from './register-endpoints'
import { requestIdOf } from './request-context'
import { HSTS, SECURITY_HEADERS } from './security-headers'

/** Replies of a public GET that are at hand and can be found by the address alone. */
export interface Shortcut {
  /** The endpoint's key: its limit, its name in logs and metrics. */
  readonly endpoint: string
  /** The reply for an address as it stands in the request line; null when none is at hand, or the address is out of the ordinary. */
  readonly find: (url: string) => PreparedReply<unknown> | null
}

export interface ShortcutDeps {
  readonly shortcuts: readonly Shortcut[]
  readonly endpoints: EndpointTable
  readonly limiter: RateLimiter
  readonly metrics: Metrics
  readonly log: Logger
  readonly trustProxy: boolean
  readonly isStopping: () => boolean
}

type AnswerNow = (request: IncomingMessage, response: ServerResponse) => boolean

const SINGLE_TAG = /^"[\w-]+"$/
const FIXED_HEADERS = Object.entries({ ...SECURITY_HEADERS, 'Cache-Control': 'no-cache' }).flat()

/**
 * Answers before Koa what a shortcut has at hand, exactly as Koa would: the same headers, limits, log line and measurement. False when
 * it did not answer: nothing at hand, or anything unusual about the request. A token is not looked up: the reply is the same
 * for everyone, and the limits of network and device hold.
 */
export function answerShortcuts(deps: ShortcutDeps): AnswerNow {
  const shortcuts = deps.shortcuts.map((shortcut) => prepare(shortcut, deps))
  return (request, response) => {
    if (request.method !== 'GET' || deps.isStopping()) return false
    for (const { find, answer } of shortcuts) {
      const reply = find(request.url ?? '')
      if (reply) return answer(request, response, reply)
    }
    return false
  }
}

function prepare({ endpoint: key, find }: Shortcut, { endpoints, limiter, metrics, log, trustProxy }: ShortcutDeps) {
  const endpoint = Object.entries(endpoints).find(([name]) => name === key)?.[1]
  if (!key.startsWith('GET ') || endpoint?.access !== 'public' || endpoint.pii !== 'none')
    throw new Error(`${key} is no public GET without personal data: nothing of it may be answered before the checks`)
  const answer = (request: IncomingMessage, response: ServerResponse, reply: PreparedReply<unknown>): boolean => {
    const began = performance.now()
    const status = statusFor(request, reply)
    if (status === null) return false
    const deviceId = deviceIdOf(oneOf(request.headers['x-device-id']))
    try {
      limiter.take(endpoint.limit, {
        network: networkOf(callerIp(request, trustProxy)),
        ...(deviceId !== null && { device: deviceId }),
      })
    } catch {
      // Koa asks the limiter again and writes the refusal.
      return false
    }
    const requestId = requestIdOf(oneOf(request.headers['x-request-id']), trustProxy)
    send(response, status, reply, ['X-Request-Id', requestId, ...(isSecure(request, trustProxy) ? HSTS : [])])
    const ms = performance.now() - began
    metrics.duration.observe({ endpoint: key, status }, ms / 1000)
    log.info({ requestId, endpoint: key, method: 'GET', status, ms: Math.round(ms) }, 'request')
    return true
  }
  return { find, answer }
}

/** 304 when the caller has this very reply; null when that takes more than a look (several tags, `*`, a forced reload). */
function statusFor({ headers }: IncomingMessage, { etag }: PreparedReply<unknown>): 200 | 304 | null {
  const known = headers['if-none-match']
  if (known === undefined) return 200
  if (headers['cache-control'] !== undefined || headers['if-modified-since'] !== undefined || !SINGLE_TAG.test(known)) return null
  return known === etag ? 304 : 200
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
