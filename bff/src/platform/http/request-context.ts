import { newId } from '../ids'
import type { Logger } from '../logger'
import type { AppMiddleware } from './app-context'

const WELL_FORMED = /^[A-Za-z0-9_-]{8,64}$/

/** The id that a request came with, when it came from a trusted proxy and is well formed; else a new one. */
export function requestIdOf(given: string, trustProxy: boolean): string {
  return trustProxy && WELL_FORMED.test(given) ? given : newId()
}

/** Until `timeLimit` gives the request a signal of its own. */
const NEVER = new AbortController().signal

/**
 * Gives each request an id, a logger that names it, and the header `X-Request-Id`. An incoming id is taken only from a proxy
 * that is trusted: anyone else could write what they like into the logs.
 */
export function requestContext({ log, trustProxy }: { readonly log: Logger; readonly trustProxy: boolean }): AppMiddleware {
  return async (ctx, next) => {
    const requestId = requestIdOf(ctx.get('x-request-id'), trustProxy)
    ctx.state = {
      ...{ requestId, log: log.child({ requestId }), signal: NEVER, allowTime: () => undefined },
      ...{ endpoint: null, compressible: false },
    }
    ctx.set('X-Request-Id', requestId)
    await next()
  }
}
