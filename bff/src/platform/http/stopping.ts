import { problem } from '../errors'
import type { AppMiddleware } from './app-context'

const RETRY_AFTER_SECONDS = 5

/** While the process stops, what is under way is finished, kept connections are let go, and nothing new is taken on them. */
export function refuseWhileStopping(isStopping: () => boolean): AppMiddleware {
  return async (ctx, next) => {
    try {
      if (isStopping() && ctx.path !== '/healthz' && ctx.path !== '/readyz')
        throw problem('stopping', { retryAfter: RETRY_AFTER_SECONDS })
      await next()
    } finally {
      if (isStopping()) ctx.set('Connection', 'close')
    }
  }
}
