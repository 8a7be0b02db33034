import type { Clock } from '../platform/clock'
import type { Config } from '../platform/config'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Database } from '../platform/database'
import type { Metrics } from '../platform/http/metrics'
import type { Logger } from '../platform/logger'
import { type CasesClient, createCasesClient } from './cases/client'
import { type CommunicationsClient, createCommunicationsClient } from './communications/client'
import { createCopyStore } from './copy-store'
import type { DepartmentId } from './department-names'
import type { DepartmentState } from './department-status'
import { createGateway } from './gateway'
import { createGatewayMetrics } from './gateway-metrics'
import { createHealthClient, type HealthClient } from './health/client'
import { createInsuranceClient, type InsuranceClient } from './insurance/client'
import { createLicenceLibraryClient, type LicenceLibraryClient } from './licence-library/client'
import { createPoliceClient, type PoliceClient } from './police/client'
import { createProvincialClient, type ProvincialClient } from './provincial/client'
import { createSmsClient, type SmsClient } from './sms/client'
import { createSocialSecurityClient, type SocialSecurityClient } from './social-security/client'
import type { Connection } from './transport'
import { createTokenStore } from './wechat/access-tokens'
import { createWechatClient, type WechatClient } from './wechat/client'

export interface DepartmentClients {
  readonly police: PoliceClient
  readonly cases: CasesClient
  readonly health: HealthClient
  readonly communications: CommunicationsClient
  readonly insurance: InsuranceClient
  readonly licenceLibrary: LicenceLibraryClient
  readonly socialSecurity: SocialSecurityClient
  readonly sms: SmsClient
  readonly wechat: WechatClient
  readonly provincial: ProvincialClient
}

export interface Departments {
  readonly clients: DepartmentClients
  /** How each department answers, judged by this process's real calls. */
  status(): DepartmentState[]
  /** Breaks off what is under way and closes the connections. */
  close(): Promise<void>
}

export interface DepartmentsDeps {
  readonly config: Pick<Config, 'departments' | 'sms' | 'provincial' | 'wechat'>
  readonly database: Database
  readonly crypto: FieldCrypto
  readonly clock: Clock
  readonly log: Logger
  readonly metrics: Pick<Metrics, 'registry'>
}

/** One gateway and a client for each department. */
export function createDepartments({ config, database, crypto, clock, log, metrics }: DepartmentsDeps): Departments {
  const copies = createCopyStore(database, crypto)
  const gateway = createGateway({
    connections: connectionsOf(config),
    clock,
    log,
    copies,
    metrics: createGatewayMetrics(metrics.registry),
  })
  const { appId, secret, templates } = config.wechat
  const account = { appId, secret, templates: { case_changed: templates.caseChanged, visit: templates.visit } }
  return {
    clients: {
      police: createPoliceClient({ gateway, log }),
      cases: createCasesClient({ gateway, log }),
      health: createHealthClient({ gateway }),
      communications: createCommunicationsClient({ gateway }),
      insurance: createInsuranceClient({ gateway }),
      licenceLibrary: createLicenceLibraryClient({ gateway, clock, log }),
      socialSecurity: createSocialSecurityClient({ gateway, log }),
      sms: createSmsClient({ gateway }),
      wechat: createWechatClient({ gateway, tokens: createTokenStore(copies, appId), clock, account }),
      provincial: createProvincialClient({ gateway }),
    },
    status: () => gateway.status(),
    close: () => gateway.close(),
  }
}

function connectionsOf(config: DepartmentsDeps['config']): Record<DepartmentId, Connection> {
  const signed = ({ baseUrl, paasId, token }: DepartmentsDeps['config']['sms']): Connection => ({
    baseUrl,
    tif: { paasId, token },
  })
  return {
    police: signed(config.departments.police),
    cases: signed(config.departments.cases),
    health: signed(config.departments.health),
    communications: signed(config.departments.communications),
    insurance: signed(config.departments.insurance),
    licence_library: signed(config.departments.licenceLibrary),
    social_security: signed(config.departments.socialSecurity),
    sms: signed(config.sms),
    provincial: signed(config.provincial),
    wechat: { baseUrl: config.wechat.baseUrl, tif: null },
  }
}
