import type { AppMiddleware } from './app-context'

class CallerGone extends Error {
  override readonly name = 'CallerGone'
}

class TookTooLong extends Error {
  override readonly name = 'TookTooLong'
}

export function hasCallerGone(signal: AbortSignal): boolean {
  return signal.reason instanceof CallerGone
}

/**
 * Gives each request a signal that is aborted when the caller goes or `limitMs` have passed. A request that passes the limit
 * fails at once as an error of ours (departments have shorter deadlines); what it had begun may still end by itself.
 */
export function timeLimit(limitMs: number): AppMiddleware {
  return async (ctx, next) => {
    const controller = new AbortController()
    ctx.state.signal = controller.signal
    ctx.res.once('close', () => {
      if (!ctx.res.writableFinished) controller.abort(new CallerGone())
    })
    let timer: NodeJS.Timeout | undefined
    const limit = new Promise<never>((_, reject) => {
      ctx.state.allowTime = (moreMs) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          const error = new TookTooLong(`a request took longer than ${(limitMs + moreMs).toString()} ms`)
          controller.abort(error)
          reject(error)
        }, limitMs + moreMs)
      }
      ctx.state.allowTime(0)
    })
    try {
      await Promise.race([next(), limit])
    } finally {
      clearTimeout(timer)
      ctx.state.allowTime = () => undefined
    }
  }
}
