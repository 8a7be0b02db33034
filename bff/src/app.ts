import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { boardEndpoints } from '@one-visit/shared/appointments/board-contract'
import { appointmentEndpoints } from '@one-visit/shared/appointments/contract'
import { catalogueEndpoints } from '@one-visit/shared/catalogue/contract'
import { countyEndpoints } from '@one-visit/shared/county/contract'
import { crossProvinceEndpoints } from '@one-visit/shared/cross-province/contract'
import { departmentEndpoints } from '@one-visit/shared/departments/contract'
import { familyEndpoints } from '@one-visit/shared/family/contract'
import { healthCodeEndpoints } from '@one-visit/shared/health-code/contract'
import { identityEndpoints } from '@one-visit/shared/identity/contract'
import { licenceEndpoints } from '@one-visit/shared/licences/contract'
import { messageEndpoints } from '@one-visit/shared/messages/contract'
import { progressEndpoints } from '@one-visit/shared/progress/contract'
import { proxyEndpoints } from '@one-visit/shared/proxy/contract'
import { proxyStaffEndpoints } from '@one-visit/shared/proxy/staff-contract'
import { staffEndpoints } from '@one-visit/shared/staff/contract'
import type { Departments } from './departments/departments'
import { departmentHandlers } from './departments/routes'
import { remindVisitors } from './features/appointments/remind-visitors'
import type { VisitNotice } from './features/appointments/visit-notices'
import { appointmentData } from './features/appointments/account-data'
import { endPastVisits } from './features/appointments/end-past-visits'
import { generateSlots } from './features/appointments/generate-slots'
import type { DayClosure } from './features/appointments/board/day-closure'
import { boardHandlers } from './features/appointments/board/routes'
import { workOffClosure } from './features/appointments/board/work-off-closure'
import { appointmentHandlers } from './features/appointments/routes'
import { settleWaiting } from './features/appointments/settle-waiting'
import { visitWords } from './features/appointments/visit-words'
import { slotListShortcut, type SlotLists } from './features/appointments/slot-lists'
import { catalogueOf } from './features/catalogue/catalogue-of'
import { countyHandlers } from './features/county/routes'
import { applicationData } from './features/cross-province/account-data'
import type { ApplicationSettled } from './features/cross-province/application-notices'
import { applicationWords } from './features/cross-province/application-words'
import { crossProvinceHandlers } from './features/cross-province/routes'
import { sendKept } from './features/cross-province/send-kept'
import { familyData } from './features/family/account-data'
import type { FamilyCode } from './features/family/consent-code'
import { deliverFamilyCode } from './features/family/deliver-family-code'
import type { FamilyNotice } from './features/family/family-notices'
import { familyHandlers } from './features/family/routes'
import { healthCodeHandlers } from './features/health-code/routes'
import { identityHandlers } from './features/identity/routes'
import { licenceData } from './features/licences/account-data'
import { forgetPresentations } from './features/licences/forget-presentations'
import { publishStatusList } from './features/licences/publish-status-list'
import { licenceHandlers } from './features/licences/routes'
import { messageData } from './features/messages/account-data'
import { deliverActedFor } from './features/messages/deliver-acted-for'
import { deliverApplicationSettled } from './features/messages/deliver-application-settled'
import { type CaseChanged, deliverCaseChanged } from './features/messages/deliver-case-changed'
import { deliverFamilyNotice } from './features/messages/deliver-family-notice'
import { deliverHelpRequestChanged } from './features/messages/deliver-help-request-changed'
import { deliverVisitNotice } from './features/messages/deliver-visit-notice'
import { messageHandlers } from './features/messages/routes'
import { followData } from './features/progress/account-data'
import { pollFollows } from './features/progress/follow-poller'
import { progressHandlers } from './features/progress/routes'
import { mandateData } from './features/proxy/mandates/account-data'
import { deliverMandateCode } from './features/proxy/mandates/deliver-mandate-code'
import type { MandateCode } from './features/proxy/mandates/mandate-code'
import type { MandateNotice } from './features/proxy/mandates/mandate-notices'
import { tellActs } from './features/proxy/mandates/tell-acts'
import { proxyHandlers } from './features/proxy/routes'
import { helpRequestData } from './features/proxy/tasks/account-data'
import type { HelpRequestChanged } from './features/proxy/tasks/request-notices'
import { staffHandlers } from './features/staff/routes'
import { actFor } from './identity/act-for'
import { forgetExpired } from './identity/forget-expired'
import { recordAct } from './identity/mandate-looked'
import { resolvePrincipal } from './identity/principal'
import { registerAuditMetrics } from './platform/audit-metrics'
import { auditSealJob } from './platform/audit-seal-job'
import type { Clock } from './platform/clock'
import type { CountyPack } from './platform/county-pack'
import type { FieldCrypto } from './platform/crypto/field-crypto'
import type { Database, Reader } from './platform/database'
import { createHttpApp, type HttpApp } from './platform/http/http-app'
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
import type { Signer } from './platform/signing/signer'

export interface AppDeps {
  readonly database: Database
  readonly crypto: FieldCrypto
  readonly signer: Signer
  readonly clock: Clock
  readonly log: Logger
  readonly pack: CountyPack
  readonly departments: Departments
  readonly slotLists: SlotLists
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
export function createApp(deps: AppDeps): HttpApp {
  const { database, clock, crypto, departments } = deps
  registerOutboxMetrics(deps.metrics.registry, { read: database.read, clock })
  registerAuditMetrics(deps.metrics.registry, { read: database.read, clock })
  const kept = keptServices(deps)
  const services = {
    ...kept,
    accountData: [
      ...[appointmentData(kept), familyData(deps), followData(crypto), licenceData(deps), messageData(crypto)],
      ...[mandateData(kept), helpRequestData(kept), applicationData(deps)],
    ],
  }
  const proxy = proxyHandlers(services)
  return createHttpApp({
    ...deps,
    version: '0.1.0',
    endpoints: allEndpoints,
    resolvePrincipal: (token, endpoint) => resolvePrincipal(deps, token, endpoint),
    actFor: (actor, mandateId, call) => actFor(deps, actor, mandateId, call),
    recordAct: (principal, call) => recordAct(deps, principal, call),
    runOnce: (request, work) => runOnce(database, { ...request, clock, crypto }, work),
    askDatabase: () => database.read.sql`SELECT 1 AS alive`,
    shortcuts: [slotListShortcut(deps.slotLists)],
    features: [
      feature(appointmentEndpoints, appointmentHandlers(services)),
      feature(boardEndpoints, boardHandlers(services)),
      feature(catalogueEndpoints, catalogueOf(deps)),
      feature(countyEndpoints, countyHandlers(deps)),
      feature(crossProvinceEndpoints, crossProvinceHandlers(services)),
      feature(departmentEndpoints, departmentHandlers({ clock, departments })),
      feature(familyEndpoints, familyHandlers(services)),
      feature(healthCodeEndpoints, healthCodeHandlers(services)),
      feature(identityEndpoints, identityHandlers(services)),
      feature(licenceEndpoints, licenceHandlers(services)),
      feature(messageEndpoints, messageHandlers(services)),
      feature(progressEndpoints, progressHandlers(services)),
      feature(proxyEndpoints, proxy),
      feature(proxyStaffEndpoints, proxy),
      feature(staffEndpoints, staffHandlers(services)),
    ],
  })
}

/** What requests and jobs both use. */
const keptServices = (deps: AppDeps) => ({
  ...deps,
  ...deps.departments.clients,
  outbox: createOutbox(deps),
  subjectWords: [(read: Reader, ids: readonly string[]) => visitWords(deps, read, ids), applicationWords],
})

/** What runs beside the requests, once for all processes together. */
export function createJobs(deps: AppDeps): Job[] {
  const { database, clock, crypto, log } = deps
  const services = keptServices(deps)
  return [
    auditSealJob({ database, clock }),
    purgeIdempotencyKeysJob({ database, clock }),
    outboxJob(
      { database, clock, crypto, logger: log },
      {
        acted_for: (payload) => deliverActedFor(services, payload as MandateNotice),
        application_settled: (payload) => deliverApplicationSettled(services, payload as ApplicationSettled),
        case_changed: (payload) => deliverCaseChanged(services, payload as CaseChanged),
        day_closed: (payload, { signal }) => workOffClosure(services, payload as DayClosure, signal),
        family_code: (payload) => deliverFamilyCode(services, payload as FamilyCode),
        family_notice: (payload) => deliverFamilyNotice(services, payload as FamilyNotice),
        help_request_changed: (payload) => deliverHelpRequestChanged(services, payload as HelpRequestChanged),
        mandate_code: (payload) => deliverMandateCode(services, payload as MandateCode),
        mandate_notice: (payload) => deliverActedFor(services, payload as MandateNotice),
        visit_notice: (payload) => deliverVisitNotice(services, payload as VisitNotice),
      },
    ),
    { name: 'acts-to-tell', everyMs: 2_000, run: () => tellActs(services) },
    { name: 'follow-poller', everyMs: 30_000, run: (signal) => pollFollows(services, signal) },
    { name: 'kept-applications', everyMs: 10_000, run: (signal) => sendKept(services, signal) },
    { name: 'slot-generator', everyMs: 600_000, run: () => generateSlots(deps) },
    { name: 'past-visits', everyMs: 600_000, run: (signal) => endPastVisits(services, signal) },
    { name: 'visit-offers', everyMs: 5_000, run: (signal) => settleWaiting(services, signal) },
    { name: 'visit-reminders', everyMs: 60_000, run: () => remindVisitors(services) },
    { name: 'licence-status', everyMs: 30_000, run: (signal) => publishStatusList(services, signal) },
    { name: 'licence-presentations', everyMs: 600_000, run: () => forgetPresentations(deps) },
    { name: 'forget-expired', everyMs: 600_000, run: () => forgetExpired(deps) },
  ]
}
