import type Router from '@koa/router'
import type { RouterContext } from '@koa/router'
import type { Endpoint, EndpointTable, ResidentEndpoint } from '@one-visit/shared/kernel/endpoints'
import type { Clock } from '../clock'
import type { AppState } from './app-context'
import { Problem, problem } from '../errors'
import { bearerToken, requireAccess } from './authorize'
import type { Handlers, PublicRead } from './handler-types'
import { type OnceDeps, prepareOnce } from './once'
import { parseInput } from './parse-input'
import { PreparedReply } from './prepared-reply'
import type { Principal, ResidentPrincipal } from './principal'
import { networkOf, type RateLimiter } from './rate-limiter'
import { checkReply } from './check-reply'
import { readJsonBody } from './request-body'
import { OPEN_TO_ALL, publishedOf, sendReply } from './send-reply'

export type { Handlers } from './handler-types'

export interface EndpointDeps extends OnceDeps {
  readonly clock: Clock
  /** Token → who is acting; null when the token is unknown or no longer good. `endpoint` is the key of the endpoint called. */
  readonly resolvePrincipal: (token: string, endpoint: string) => Promise<Principal | null>
  /** Who is acting, and the mandate they name → for whom; throws the refusal of the mandate policy. */
  readonly actFor: (actor: Principal, mandateId: string, call: MandatedCall) => Promise<ResidentPrincipal>
  /**
   * Writes down that somebody has looked at something for the person, where the endpoint writes nothing of its own, or has tried
   * what the mandate does not name (`refusal`: the problem).
   */
  readonly recordAct: (
    principal: ResidentPrincipal,
    call: { readonly endpoint: string; readonly requestId: string; readonly refusal?: string },
  ) => Promise<void>
  readonly limiter: RateLimiter
  /** How long a body may take to arrive, in milliseconds, unless the endpoint says otherwise. */
  readonly bodyTimeoutMs: number
  /** In tests and development: a reply that does not fit its schema is an error of ours. */
  readonly checkReplies: boolean
}

/** What somebody wants to do for somebody else. */
export interface MandatedCall {
  /** The endpoint's key. */
  readonly endpoint: string
  readonly onBehalf: ResidentEndpoint['onBehalf']
  readonly requestId: string
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
  const principal = requireAccess(endpoint, token, await standIn(ctx, key, endpoint, resolved, deps), deps.clock)
  const body = endpoint.body ? await readBody(ctx, endpoint, deps) : undefined
  const input = parseInput(endpoint, { params: ctx.params, query: new URLSearchParams(ctx.querystring), body })
  const facts = { principal, requestId: ctx.state.requestId, ip: ctx.ip, deviceId, signal: ctx.state.signal }
  const once = endpoint.idempotent ? prepareOnce(ctx, { key, principal, deviceId, input, deps }) : undefined
  const handle = (): Promise<unknown> => handler({ ...input, ...facts, ...(once && { once: once.run }) })
  const reply = await (principal?.kind === 'resident' && principal.mandate !== null
    ? recorded(ctx, key, endpoint, { principal, handle, deps })
    : handle())
  if (deps.checkReplies) {
    checkReply(key, endpoint, reply instanceof PreparedReply ? JSON.parse(reply.body.toString()) : reply)
    if (once && !once.hasRun()) throw new Error(`${key} is idempotent, but its handler answered without once()`)
  }
  await sendReply(ctx, endpoint, reply)
}

/** A body that may take long does not take it from the time for the answer. */
function readBody(ctx: Context, { bodySeconds, bodyLimit }: Endpoint, { bodyTimeoutMs }: EndpointDeps): Promise<unknown> {
  if (bodySeconds === undefined) return readJsonBody(ctx.req, bodyTimeoutMs, bodyLimit)
  ctx.state.allowTime(bodySeconds * 1000)
  return readJsonBody(ctx.req, bodySeconds * 1000, bodyLimit)
}

interface Acting {
  readonly principal: ResidentPrincipal
  readonly handle: () => Promise<unknown>
  readonly deps: EndpointDeps
}

/** Before it is answered: nothing is seen under a mandate, or tried beside it, that the person cannot read about. */
async function recorded(
  ctx: Context,
  endpointKey: string,
  { audit }: Endpoint,
  { principal, handle, deps }: Acting,
): Promise<unknown> {
  const call = { endpoint: endpointKey, requestId: ctx.state.requestId }
  try {
    const reply = await handle()
    if (audit === undefined) await deps.recordAct(principal, call)
    return reply
  } catch (error) {
    if (error instanceof Problem && error.code === 'mandate_scope')
      await deps.recordAct(principal, { ...call, refusal: error.code })
    throw error
  }
}

/** `X-Mandate`: the caller acts for somebody else, and is that person for this request if the mandate allows it. */
async function standIn(
  ctx: Context,
  key: string,
  endpoint: Endpoint,
  actor: Principal | null,
  { actFor }: EndpointDeps,
): Promise<Principal | null> {
  const mandateId = ctx.get('x-mandate').toLowerCase()
  if (mandateId === '' || actor === null || endpoint.access === 'staff') return actor
  // A public page is the same for everyone; what it would add for the caller would be the wrong person's.
  if (endpoint.access === 'public') return null
  if (!UUID.test(mandateId)) throw problem('mandate_unknown')
  return actFor(actor, mandateId, { endpoint: key, onBehalf: endpoint.onBehalf, requestId: ctx.state.requestId })
}

/** What the app calls its installation (header X-Device-Id), or null when it is not of that form. */
export function deviceIdOf(header: string): string | null {
  const given = header.toLowerCase()
  return UUID.test(given) ? given : null
}
