import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import type { Endpoint, EndpointTable } from '@one-visit/shared/kernel/endpoints'
import type { Clock } from '../clock'
import type { AppState } from './app-context'
import { bearerToken, requireAccess } from './authorize'
import type { Handlers, PublicRead } from './handler-types'
import { type OnceDeps, prepareOnce } from './once'
import { parseInput } from './parse-input'
import { entityTagOf, PreparedReply } from './prepared-reply'
import type { Principal } from './principal'
import { networkOf, type RateLimiter } from './rate-limiter'
import { checkReply } from './check-reply'
import { readJsonBody } from './request-body'

export type { Handlers } from './handler-types'

export interface EndpointDeps extends OnceDeps {
  readonly clock: Clock
  /** Token → who is acting; null when the token is unknown or no longer good. `endpoint` is the key of the endpoint called. */
  readonly resolvePrincipal: (token: string, endpoint: string) => Promise<Principal | null>
  readonly limiter: RateLimiter
  /** How long a body may take to arrive, in milliseconds. */
  readonly bodyTimeoutMs: number
  /** In tests and development: a reply that does not fit its schema is an error of ours. */
  readonly checkReplies: boolean
}

/** Adds a feature's routes to the app's router. */
export type Feature = (router: Router<AppState>, deps: EndpointDeps) => void

type AnyHandler = (input: Record<string, unknown>) => Promise<unknown>
type Context = RouterContext<AppState>

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A feature from its table and handlers, for `createHttpApp`. */
export function feature<T extends EndpointTable>(table: T, handlers: Handlers<NoInfer<T>, PublicRead<NoInfer<T>>>): Feature {
  return (router, deps) => {
    registerEndpoints(router, table, handlers, deps)
  }
}

/** One route for each endpoint; the types refuse a missing handler, a handler without endpoint, and a wrong reply. */
export function registerEndpoints<T extends EndpointTable>(
  router: Router<AppState>,
  table: T,
  handlers: Handlers<NoInfer<T>, PublicRead<NoInfer<T>>>,
  deps: EndpointDeps,
): void {
  for (const [key, endpoint] of Object.entries(table) as [keyof T & string, Endpoint][]) {
    const [method = '', path = ''] = key.split(' ')
    // Table and handlers share their keys and types; inside the loop the compiler cannot follow which goes with which.
    const handler = handlers[key] as unknown as AnyHandler
    router.register(path, [method], (ctx: Context) => answer(ctx, key, endpoint, handler, deps))
  }
}

/** The order matters: cheap refusals first, nothing read or parsed for a caller who may not ask. */
async function answer(ctx: Context, key: string, endpoint: Endpoint, handler: AnyHandler, deps: EndpointDeps): Promise<void> {
  ctx.state.endpoint = key
  // Before anything can be refused, so that a page elsewhere can read why.
  if (publishedOf(endpoint)) ctx.set(OPEN_TO_ALL)
  const deviceId = deviceIdOf(ctx.get('x-device-id'))
  deps.limiter.take(endpoint.limit, { network: networkOf(ctx.ip), ...(deviceId !== null && { device: deviceId }) })
  const token = bearerToken(ctx.get('authorization'))
  const resolved = token === null ? null : await deps.resolvePrincipal(token, key)
  if (resolved)
    deps.limiter.take(endpoint.limit, { account: resolved.kind === 'resident' ? resolved.accountId : resolved.staffId })
  const principal = requireAccess(endpoint, token, resolved, deps.clock)
  const body = endpoint.body ? await readJsonBody(ctx.req, deps.bodyTimeoutMs) : undefined
  const input = parseInput(endpoint, { params: ctx.params, query: new URLSearchParams(ctx.querystring), body })
  const facts = { principal, requestId: ctx.state.requestId, ip: ctx.ip, deviceId, signal: ctx.state.signal }
  const once = endpoint.idempotent ? prepareOnce(ctx, { key, principal, deviceId, input, deps }) : undefined
  const reply = await handler({ ...input, ...facts, ...(once && { once: once.run }) })
  if (deps.checkReplies) {
    checkReply(key, endpoint, reply instanceof PreparedReply ? JSON.parse(reply.body.toString()) : reply)
    if (once && !once.hasRun()) throw new Error(`${key} is idempotent, but its handler answered without once()`)
  }
  send(ctx, endpoint, reply)
}

/** What the app calls its installation (header X-Device-Id), or null when it is not of that form. */
export function deviceIdOf(header: string): string | null {
  const given = header.toLowerCase()
  return UUID.test(given) ? given : null
}

/** For a plain GET by a page of any origin, which sends no cookie and no token; nothing else of ours answers to other origins. */
const OPEN_TO_ALL = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

const publishedOf = (endpoint: Endpoint): { readonly maxAge: number } | undefined =>
  endpoint.access === 'public' && endpoint.pii === 'none' ? endpoint.published : undefined

/** Public data may be kept and asked about again by its tag; everything else is never stored on the way. */
function send(ctx: Context, endpoint: Endpoint, reply: unknown): void {
  const isRead = ctx.method === 'GET' || ctx.method === 'HEAD'
  const isPublicRead = isRead && endpoint.access === 'public' && endpoint.pii === 'none'
  const published = publishedOf(endpoint)
  const publicKeeping = published ? `public, max-age=${published.maxAge}` : 'no-cache'
  ctx.set('Cache-Control', isPublicRead ? publicKeeping : 'no-store')
  if (endpoint.reply === null) {
    ctx.status = 204
    return
  }
  const body = reply instanceof PreparedReply ? reply.body : JSON.stringify(reply)
  ctx.status = endpoint.status ?? 200
  ctx.body = body
  ctx.type = 'application/json'
  if (!isPublicRead) return
  ctx.set('ETag', reply instanceof PreparedReply ? reply.etag : entityTagOf(body))
  if (ctx.fresh) ctx.status = 304
}
