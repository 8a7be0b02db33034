import { errors, Pool } from 'undici'
import type { Clock } from '../platform/clock'
import { AttemptFailure } from './attempt-failure'
import { type DepartmentId, departmentInvalidReply, departmentTimeout, departmentUnavailable } from './department-names'
import { DeadlinePassed } from './lane'
import { type TifAccount, tifHeaders } from './tif'

/** Where a department is. With `tif`, calls are signed by the provincial convention. */
export interface Connection {
  readonly baseUrl: string
  readonly tif: TifAccount | null
}

export interface HttpCall {
  readonly method: 'GET' | 'POST'
  /** Below the base address, without a leading slash. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly body?: object
}

/** HTTP to one department, over connections of its own. */
export interface Transport {
  /** The reply's text; throws AttemptFailure. */
  send(call: HttpCall, signal: AbortSignal): Promise<string>
  close(): Promise<void>
}

/** No reply of a department is near this size; a longer one is broken off. */
const LARGEST_REPLY_BYTES = 512 * 1024

export function createTransport(department: DepartmentId, connection: Connection, connections: number, clock: Clock): Transport {
  const base = new URL(connection.baseUrl)
  // The lane's deadline is the only time limit, and its places the only queue.
  const pool = new Pool(base.origin, { connections, headersTimeout: 0, bodyTimeout: 0, maxResponseSize: LARGEST_REPLY_BYTES })
  return {
    async send(call, signal) {
      try {
        return await exchange(pool, { department, connection, base, clock }, call, signal)
      } catch (error) {
        throw error instanceof AttemptFailure ? error : failureOf(department, error, signal)
      }
    },
    close: () => pool.destroy(),
  }
}

interface Route {
  readonly department: DepartmentId
  readonly connection: Connection
  readonly base: URL
  readonly clock: Clock
}

async function exchange(pool: Pool, route: Route, call: HttpCall, signal: AbortSignal): Promise<string> {
  const body = call.body === undefined ? '' : JSON.stringify(call.body)
  const query = call.query ? `?${new URLSearchParams(call.query).toString()}` : ''
  const response = await pool.request({
    method: call.method,
    path: `${route.base.pathname.replace(/\/+$/, '')}/${call.path}${query}`,
    headers: {
      accept: 'application/json',
      ...(call.method === 'POST' ? { 'content-type': 'application/json; charset=utf-8' } : {}),
      ...(route.connection.tif ? tifHeaders(route.connection.tif, body, route.clock.now()) : {}),
    },
    body: call.method === 'POST' ? body : null,
    signal,
  })
  if (response.statusCode === 200) return response.body.text()
  await response.body.dump()
  throw statusFailure(route.department, response.statusCode, response.headers['retry-after'])
}

function statusFailure(department: DepartmentId, status: number, retryAfter: string | string[] | undefined): AttemptFailure {
  const cause = new Error(`HTTP status ${String(status)}`)
  if (status >= 500) return new AttemptFailure(departmentUnavailable(department, { cause }), 'reads')
  const seconds = Number(retryAfter)
  if (status === 429)
    return new AttemptFailure(departmentUnavailable(department, { cause, retryAfter: seconds > 0 ? seconds : 60 }), 'never')
  // 401 and 403 mean that our own account or clock is wrong there: nobody can be served, and the log says why.
  if (status === 401 || status === 403) return new AttemptFailure(departmentUnavailable(department, { cause }), 'never')
  return new AttemptFailure(departmentInvalidReply(department, cause.message), 'never')
}

function failureOf(department: DepartmentId, error: unknown, signal: AbortSignal): AttemptFailure {
  if (error instanceof errors.ResponseExceededMaxSizeError)
    return new AttemptFailure(departmentInvalidReply(department, 'the reply is too large'), 'never')
  if (signal.reason instanceof DeadlinePassed) return new AttemptFailure(departmentTimeout(department, signal.reason), 'never')
  return new AttemptFailure(departmentUnavailable(department, { cause: error }), 'reads')
}
