import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { countyEndpoints } from '@one-visit/shared/county/contract'
import { departmentEndpoints } from '@one-visit/shared/departments/contract'
import { identityEndpoints } from '@one-visit/shared/identity/contract'
import { messageEndpoints } from '@one-visit/shared/messages/contract'
import { progressEndpoints } from '@one-visit/shared/progress/contract'
import { staffEndpoints } from '@one-visit/shared/staff/contract'
import type Koa from 'koa'
import type { Departments } from './departments/departments'
import { departmentHandlers } from './departments/routes'
import { countyHandlers } from './features/county/routes'
import { identityHandlers } from './features/identity/routes'
import { messageData } from './features/messages/account-data'
import { type CaseChanged, deliverCaseChanged } from './features/messages/deliver-case-changed'
import { messageHandlers } from './features/messages/routes'
import { followData } from './features/progress/account-data'
import { pollFollows } from './features/progress/follow-poller'
import { progressHandlers } from './features/progress/routes'
import { staffHandlers } from './features/staff/routes'
import { forgetExpired } from './identity/forget-expired'
import { resolvePrincipal } from './identity/principal'
import { auditSealJob } from './platform/audit-seal-job'
import type { Clock } from './platform/clock'
import type { CountyPack } from './platform/county-pack'
import type { FieldCrypto } from './platform/crypto/field-crypto'
import type { Database } from './platform/database'
import type { AppState } from './platform/http/app-context'
import { createHttpApp } from './platform/http/http-app'
import type { Metrics } from './platform/http/metrics'
import type { RateLimiter } from './platform/http/rate-limiter'
import { feature } from './platform/http/register-endpoints'
import type { StaticFiles } from './platform/http/static-files'
import { purgeIdempotencyKeysJob, runOnce } from './platform/idempotency'
import type { Job } from './platform/jobs'
import type { Logger } from './platform/logger'
import { createOutbox } from './platform/outbox'
import { outboxJob } from './platform/outbox-delivery'
import { registerOutboxMetrics } from './platform/outbox-metrics'
import type { Sensitive } from './platform/sensitive'

export interface AppDeps {
  readonly database: Database
  readonly crypto: FieldCrypto
  readonly clock: Clock
  readonly log: Logger
  readonly pack: CountyPack
  readonly departments: Departments
  readonly metrics: Metrics
  readonly metricsToken: Sensitive<string> | null
  readonly publicFiles: StaticFiles | null
  readonly trustProxy: boolean
  readonly checkReplies: boolean
  /** Counts requests in the memory of this process unless given. */
  readonly limiter?: RateLimiter
  readonly isStopping: () => boolean
}

/** Puts the features together; nothing is decided here. */
export function createApp(deps: AppDeps): Koa<AppState> {
  const { database, clock, crypto, departments } = deps
  registerOutboxMetrics(deps.metrics.registry, database.read)
  const services = { ...deps, ...departments.clients, accountData: [followData(crypto), messageData(crypto)] }
  return createHttpApp({
    ...deps,
    version: '0.1.0',
    endpoints: allEndpoints,
    resolvePrincipal: (token, endpoint) => resolvePrincipal(deps, token, endpoint),
    runOnce: (request, work) => runOnce(database, { ...request, clock, crypto }, work),
    askDatabase: () => database.read.sql`SELECT 1 AS alive`,
    features: [
      feature(countyEndpoints, countyHandlers(deps)),
      feature(departmentEndpoints, departmentHandlers({ clock, departments })),
      feature(identityEndpoints, identityHandlers(services)),
      feature(messageEndpoints, messageHandlers(services)),
      feature(progressEndpoints, progressHandlers(services)),
      feature(staffEndpoints, staffHandlers(services)),
    ],
  })
}

/** What runs beside the requests, once for all processes together. */
export function createJobs(deps: AppDeps): Job[] {
  const { database, clock, crypto, log } = deps
  const services = { ...deps, ...deps.departments.clients, outbox: createOutbox(deps) }
  return [
    auditSealJob({ database, clock }),
    purgeIdempotencyKeysJob({ database, clock }),
    outboxJob(
      { database, clock, crypto, logger: log },
      { case_changed: (payload) => deliverCaseChanged(services, payload as CaseChanged) },
    ),
    { name: 'follow-poller', everyMs: 30_000, run: (signal) => pollFollows(services, signal) },
    { name: 'forget-expired', everyMs: 600_000, run: () => forgetExpired(deps) },
  ]
}
