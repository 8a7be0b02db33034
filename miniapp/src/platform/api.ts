import type { AllEndpoints } from '@one-visit/shared/all-endpoints'
import type { CallInput, Reply } from '@one-visit/shared/kernel/endpoints'
import type { Acting } from './acting'
import { localProblem, readProblem, toProblem, type ApiProblem } from './api-problem'
import { isDelegable, type Delegable } from './delegable'
import type { Transport, TransportReply, TransportRequest } from './transport'

export type Call = keyof AllEndpoints
export type CallReply<K extends Call> = Reply<AllEndpoints[K]>

interface CallSettings {
  /** Keep and pass the same one to make a retry the same request; otherwise each POST gets its own. */
  idempotencyKey?: string
}

export type CallOptions<K extends Call> = CallInput<AllEndpoints[K]> & CallSettings
/** The options may be left out where the endpoint asks for nothing. */
export type CallArguments<K extends Call> = object extends CallOptions<K> ? [options?: CallOptions<K>] : [options: CallOptions<K>]

/** Both throw ApiProblem and nothing else. */
export interface Api {
  /** What nobody does for somebody else. */
  call<K extends Exclude<Call, Delegable>>(endpoint: K, ...[options]: CallArguments<K>): Promise<CallReply<K>>
  /** From a page that was opened under that mandate, or for oneself. Of an endpoint that cannot be delegated it makes no difference. */
  callFor<K extends Call>(acting: Acting | null, endpoint: K, ...[options]: CallArguments<K>): Promise<CallReply<K>>
}

export interface ApiSetup {
  baseUrl: string
  transport: Transport
  /** Residents and staff sign in apart: the endpoint, and who acts for somebody, say whose token goes along. */
  getToken: (endpoint: Call, acting: Acting | null) => string | null
  /** Whether that is still for whom the phone is used. */
  isActingNow: (acting: Acting | null) => boolean
  getDeviceId: () => Promise<string>
  newId: () => Promise<string>
  timeoutMs: number
  /** Told of every problem before the caller is, so that one place leads people to sign in. */
  onProblem?: (problem: ApiProblem, endpoint: Call, acting: Acting | null) => void
}

/** Bytes a millisecond: a photo takes two minutes to leave on the weakest signal that is still one. */
const SLOWEST_LINE = 6

interface Parts {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  idempotencyKey?: string
}

const isMethod = (method: string | undefined): method is TransportRequest['method'] =>
  ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method ?? '')

function buildUrl(baseUrl: string, path: string, { params = {}, query = {} }: Parts): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined)
  const search = pairs.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return baseUrl + filled + (search === '' ? '' : `?${search}`)
}

/** The typed door to the BFF: endpoints, inputs and replies come from the shared contract, as types only. */
export function createApi(setup: ApiSetup): Api {
  async function buildRequest(endpoint: Call, acting: Acting | null, parts: Parts): Promise<TransportRequest> {
    const [method, path = '/'] = (endpoint as string).split(' ')
    if (!isMethod(method)) throw new TypeError(`Not an endpoint: ${endpoint}`)
    const token = setup.getToken(endpoint, acting)
    const headers: Record<string, string> = { Accept: 'application/json', 'X-Device-Id': await setup.getDeviceId() }
    if (token !== null) headers['Authorization'] = `Bearer ${token}`
    if (acting !== null) headers['X-Mandate'] = acting.mandate
    if (method === 'POST') headers['Idempotency-Key'] = parts.idempotencyKey ?? (await setup.newId())
    const request: TransportRequest = { method, url: buildUrl(setup.baseUrl, path, parts), headers, timeoutMs: setup.timeoutMs }
    if (parts.body === undefined) return request
    headers['Content-Type'] = 'application/json'
    const body = JSON.stringify(parts.body)
    return { ...request, body, timeoutMs: setup.timeoutMs + body.length / SLOWEST_LINE }
  }

  /** A GET is asked once more after a dead network: weak signals often come back at once. Never after a timeout, people have waited enough. */
  async function send(request: TransportRequest): Promise<TransportReply> {
    try {
      return await setup.transport(request)
    } catch (error) {
      if (request.method === 'GET' && toProblem(error).code === 'offline') return setup.transport(request)
      throw error
    }
  }

  async function exchange(endpoint: Call, acting: Acting | null, parts: Parts): Promise<unknown> {
    const reply = await send(await buildRequest(endpoint, acting, parts))
    if (reply.status < 200 || reply.status >= 300) throw readProblem(reply.body)
    if (reply.status === 204) return undefined
    // Cut off on the way, or the page of a hotspot that wants a password: no answer of the BFF, and never to be kept as one.
    if (typeof reply.body !== 'object' || reply.body === null) throw localProblem('unreadable_reply')
    return reply.body
  }

  /** A page that was opened for another than whom the phone serves now asks nothing, learns nothing and leads nowhere. */
  function keepTo(endpoint: Call, acting: Acting | null): void {
    if (isDelegable(endpoint) && !setup.isActingNow(acting)) throw localProblem('page_over')
  }

  async function callFor<K extends Call>(page: Acting | null, endpoint: K, ...[options]: CallArguments<K>) {
    const acting = isDelegable(endpoint) ? page : null
    keepTo(endpoint, acting)
    try {
      const reply = await exchange(endpoint, acting, options ?? {})
      keepTo(endpoint, acting)
      return reply as CallReply<K>
    } catch (error) {
      keepTo(endpoint, acting)
      const problem = toProblem(error)
      setup.onProblem?.(problem, endpoint, acting)
      throw problem
    }
  }

  return { call: (endpoint, ...options) => callFor(null, endpoint, ...options), callFor }
}
