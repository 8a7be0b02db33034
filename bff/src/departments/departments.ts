import type { Clock } from '../platform/clock'
import type { Config } from '../platform/config'
import type { FieldCrypto } from '../platform/crypto/field-crypto'
import type { Database } from '../platform/database'
import type { Metrics } from '../platform/http/metrics'
import type { Logger } from '../platform/logger'
import { type CasesClient, createCasesClient } from './cases/client'
import { createCopyStore } from './copy-store'
import type { DepartmentId } from './department-names'
import type { DepartmentState } from './department-status'
import { createGateway } from './gateway'
import { createGatewayMetrics } from './gateway-metrics'
import { createHealthClient, type HealthClient } from './health/client'
import { createPoliceClient, type PoliceClient } from './police/client'
import { createProvincialClient, type ProvincialClient } from './provincial/client'
import { createSmsClient, type SmsClient } from './sms/client'
import type { Connection } from './transport'
import { createTokenStore } from './wechat/access-tokens'
import { createWechatClient, type WechatClient } from './wechat/client'

export interface DepartmentClients {
  readonly police: PoliceClient
  readonly cases: CasesClient
  readonly health: HealthClient
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
    sms: signed(config.sms),
    provincial: signed(config.provincial),
    wechat: { baseUrl: config.wechat.baseUrl, tif: null },
  }
}
