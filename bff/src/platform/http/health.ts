import { timingSafeEqual } from 'node:crypto'
import type Router from '@koa/router'
import { hmacSha256 } from '../crypto/aes'
import { problem } from '../errors'
import type { Sensitive } from '../sensitive'
import type { AppContext, AppState } from './app-context'
import { bearerToken } from './authorize'
import type { Metrics } from './metrics'

export interface HealthDeps {
  readonly metrics: Metrics
  /** Opens /metrics from other machines; without one it answers this machine only. */
  readonly metricsToken: Sensitive<string> | null
  readonly isStopping: () => boolean
  /** Asks the database something small; rejects when it does not answer. */
  readonly askDatabase: () => Promise<unknown>
}

const READY_WITHIN_MS = 2000

/** `/healthz`: the process answers. `/readyz`: it should be sent requests. `/metrics`: Prometheus text. */
export function registerHealth(router: Router<AppState>, deps: HealthDeps): void {
  router.get('/healthz', (ctx) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { status: 'ok' }
  })
  router.get('/readyz', async (ctx) => {
    const reason = deps.isStopping() ? 'stopping' : (await answers(deps.askDatabase)) ? null : 'database'
    ctx.set('Cache-Control', 'no-store')
    ctx.status = reason ? 503 : 200
    ctx.body = reason ? { status: 'not_ready', reason } : { status: 'ready' }
  })
  router.get('/metrics', async (ctx) => {
    if (!maySeeMetrics(ctx, deps.metricsToken)) throw problem('not_found')
    ctx.set('Cache-Control', 'no-store')
    ctx.body = await deps.metrics.registry.metrics()
    ctx.type = deps.metrics.registry.contentType
  })
}

async function answers(ask: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false)
    }, READY_WITHIN_MS)
  })
  const asked = ask().then(
    () => true,
    () => false,
  )
  return Promise.race([asked, tooLate]).finally(() => {
    clearTimeout(timer)
  })
}

/** What a proxy on this machine hands on also comes from loopback, but carries the header. */
function maySeeMetrics(ctx: AppContext, token: Sensitive<string> | null): boolean {
  const given = bearerToken(ctx.get('authorization'))
  if (token && given !== null && isSame(given, token.reveal())) return true
  const remote = ctx.req.socket.remoteAddress ?? ''
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(remote) && ctx.get('x-forwarded-for') === ''
}

/** Compares digests of equal length, so that the time taken tells neither the text nor its length. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => hmacSha256(Buffer.from('one-visit metrics'), Buffer.from(text))
  return timingSafeEqual(digest(given), digest(expected))
}
