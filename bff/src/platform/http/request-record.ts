import type { AppMiddleware } from './app-context'
import type { Metrics } from './metrics'

/** One log line and one measurement a request. The address is left out: it may hold ids and what people searched for. */
export function requestRecord(metrics: Metrics): AppMiddleware {
  return async (ctx, next) => {
    const began = performance.now()
    metrics.inFlight.inc()
    try {
      await next()
    } finally {
      metrics.inFlight.dec()
      const seconds = (performance.now() - began) / 1000
      const endpoint = ctx.state.endpoint ?? 'none'
      metrics.duration.observe({ endpoint, status: ctx.status }, seconds)
      const level = ctx.state.endpoint === null ? 'debug' : 'info'
      ctx.state.log[level]({ endpoint, method: ctx.method, status: ctx.status, ms: Math.round(seconds * 1000) }, 'request')
    }
  }
}
