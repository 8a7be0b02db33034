import Router from '@koa/router'
import type { EndpointTable } from '@one-visit/shared/kernel/endpoints'
import Koa from 'koa'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FieldCrypto } from '../crypto/field-crypto'
import type { Logger } from '../logger'
import type { AppState } from './app-context'
import { compressReplies } from './compress-replies'
import { registerDocs } from './docs'
import { type HealthDeps, registerHealth } from './health'
import { createMetrics, type Metrics } from './metrics'
import { problemHandler } from './problem-handler'
import { createRateLimiter } from './rate-limiter'
import type { EndpointDeps, Feature } from './register-endpoints'
import { requestContext } from './request-context'
import { requestRecord } from './request-record'
import { securityHeaders } from './security-headers'
import { serveStatic } from './serve-static'
import { answerShortcuts, type Shortcut } from './shortcut'
import type { StaticFiles } from './static-files'
import { refuseWhileStopping } from './stopping'
import { timeLimit } from './time-limit'

/** Milliseconds. Departments' deadlines are shorter, so that their own problem is told instead of ours. */
const REQUEST_TIME_LIMIT = 20_000
const BODY_TIME_LIMIT = 10_000

/** People walk into lifts: a connection that breaks, or ends within a body (HPE), is no error of ours. */
const CONNECTION_LOST = /^(ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE|HPE_.*)$/

export interface HttpAppDeps
  extends
    Pick<EndpointDeps, 'clock' | 'resolvePrincipal' | 'actFor' | 'recordAct' | 'runOnce' | 'checkReplies'>,
    Omit<HealthDeps, 'metrics'> {
  readonly log: Logger
  readonly trustProxy: boolean
  readonly crypto: Pick<FieldCrypto, 'blindIndex'>
  readonly features: readonly Feature[]
  /** Every endpoint, for /openapi.json and /docs. */
  readonly endpoints: EndpointTable
  /** Replies that are sent before Koa. */
  readonly shortcuts?: readonly Shortcut[]
  /** Shown in /openapi.json. */
  readonly version: string
  /** The built H5 app, when this process serves it. */
  readonly publicFiles?: StaticFiles | null
  readonly metrics?: Metrics
  readonly limiter?: EndpointDeps['limiter']
  /** Milliseconds. */
  readonly timeLimits?: { readonly request: number; readonly body: number }
}

export interface HttpApp {
  /** For `createHttpServer`. */
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void> | void
}

/** The whole HTTP side: middlewares in their order, health, docs, the features' endpoints, the built site. */
export function createHttpApp(deps: HttpAppDeps): HttpApp {
  const { log, trustProxy, isStopping, metrics = createMetrics(), limiter = createRateLimiter(deps.clock), timeLimits } = deps
  // One proxy is trusted: the last address in X-Forwarded-For is the one it saw, those before it are the caller's own words.
  const app = new Koa<AppState>({ proxy: trustProxy, maxIpsCount: 1 })
  app.on('error', (error: NodeJS.ErrnoException) => {
    log[CONNECTION_LOST.test(error.code ?? '') ? 'debug' : 'error']({ err: error }, 'an answer could not be sent')
  })
  // Strict: an address that lost its id at the end (`/v1/mandates/`) is nothing, and not the list of all.
  const router = new Router<AppState>({ strict: true })
  registerHealth(router, { ...deps, metrics })
  registerDocs(router, deps.endpoints, deps.version)
  const endpointDeps: EndpointDeps = {
    ...deps,
    limiter,
    bodyTimeoutMs: timeLimits?.body ?? BODY_TIME_LIMIT,
    hashRequest: (text) => deps.crypto.blindIndex(text, 'idempotency.request'),
  }
  for (const addTo of deps.features) addTo(router, endpointDeps)
  app.use(requestContext({ log, trustProxy }))
  app.use(requestRecord(metrics))
  app.use(securityHeaders())
  app.use(problemHandler())
  app.use(refuseWhileStopping(isStopping))
  app.use(timeLimit(timeLimits?.request ?? REQUEST_TIME_LIMIT))
  app.use(compressReplies())
  app.use(router.routes())
  app.use(router.allowedMethods())
  if (deps.publicFiles) app.use(serveStatic(deps.publicFiles))
  return { callback: () => answerShortcuts({ ...deps, shortcuts: deps.shortcuts ?? [], limiter, metrics }, app.callback()) }
}
