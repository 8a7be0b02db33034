import type { Middleware, ParameterizedContext } from 'koa'
import type { Logger } from '../logger'

/** What the middlewares know of one request. */
export interface AppState {
  requestId: string
  log: Logger
  /** Aborted when the caller has gone or the request has taken too long. */
  signal: AbortSignal
  /** From now on the request may take so many milliseconds more than usual. */
  allowTime: (moreMs: number) => void
  /** The endpoint's key once a route was found; the only name of the request in logs and metrics, for addresses hold ids. */
  endpoint: string | null
  /** Whether the answer holds nothing that its length could give away (`compressReplies`). */
  compressible: boolean
}

export type AppMiddleware = Middleware<AppState>
export type AppContext = ParameterizedContext<AppState>
