import { type ProblemDetails, PROBLEMS } from '@one-visit/shared/kernel/problem'
import { Problem, problem } from '../errors'
import type { AppContext, AppMiddleware } from './app-context'
import { hasCallerGone } from './time-limit'

/** Nobody reads this answer; the status (nginx's) is for the log and the metrics. */
const CALLER_GONE = 499

/** The one place that turns a thrown error into an answer. An error that is not a Problem says nothing of itself. */
export function problemHandler(): AppMiddleware {
  return async (ctx, next) => {
    try {
      await next()
      // The router has answered nothing, or only by its status and `Allow`.
      if (ctx.body === undefined && ctx.status === 404) throw problem('not_found')
      if (ctx.status === 405 || ctx.status === 501) throw problem('method_not_allowed')
    } catch (error) {
      if (hasCallerGone(ctx.state.signal)) {
        ctx.status = CALLER_GONE
        return
      }
      const known = error instanceof Problem ? error : problem('internal_error', { cause: error })
      if (PROBLEMS[known.code].report) ctx.state.log.error({ err: known, endpoint: ctx.state.endpoint }, 'request failed')
      writeProblem(ctx, known)
    }
  }
}

function writeProblem(ctx: AppContext, known: Problem): void {
  const details = presentProblem(known, ctx.state.requestId)
  ctx.status = details.status
  ctx.set('Cache-Control', 'no-store')
  if (details.retryAfter !== undefined) ctx.set('Retry-After', String(details.retryAfter))
  if (details.status === 401) ctx.set('WWW-Authenticate', 'Bearer')
  // The rest of a body that came too slowly is not waited for.
  if (known.code === 'request_timeout') ctx.set('Connection', 'close')
  ctx.body = JSON.stringify(details)
  ctx.type = 'application/problem+json'
}

/** RFC 9457. `type` is where /docs explains the code. */
export function presentProblem(known: Problem, requestId: string): ProblemDetails {
  const { status, title, action } = PROBLEMS[known.code]
  return {
    type: `/docs#problem-${known.code}`,
    title,
    status,
    code: known.code,
    detail: known.detail ?? title,
    action,
    requestId,
    ...(known.fields && { fields: [...known.fields] }),
    ...(known.retryAfter !== undefined && { retryAfter: Math.max(1, Math.ceil(known.retryAfter)) }),
  }
}
