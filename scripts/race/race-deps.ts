import path from 'node:path'
import type { AppDeps } from '../../bff/src/app'
import { createDepartments } from '../../bff/src/departments/departments'
import { createSlotLists } from '../../bff/src/features/appointments/slot-lists'
import { loadConfig } from '../../bff/src/platform/config'
import { loadCountyPack } from '../../bff/src/platform/county-pack'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { createLogger } from '../../bff/src/platform/logger'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { openKeys, openSigner, openStore } from '../bench/bench-store'
import type { Clock } from '../../bff/src/platform/clock'
import type { ClockSetting } from './fast-clock'

/** What a server process of the race is told. */
export interface ServerSetting {
  readonly databaseUrl: string
  readonly keys: string
  readonly clock: ClockSetting
  /** The fake departments. */
  readonly departmentsUrl: string
}

/** The BFF as main.ts puts it together, but with the race's clock and rate limits that let everything pass. */
export async function raceDeps({ databaseUrl, keys, departmentsUrl }: ServerSetting, clock: Clock): Promise<AppDeps> {
  const config = loadConfig({ ...demoEnvironment(departmentsUrl), NODE_ENV: 'development', LOG_LEVEL: 'error' })
  const shared = {
    clock,
    crypto: openKeys(keys),
    signer: openSigner(keys, clock),
    log: createLogger(config),
    metrics: createMetrics(),
    database: await openStore(databaseUrl),
  }
  const pack = loadCountyPack(path.join(__dirname, '../../bff/counties'), config.county)
  return {
    ...shared,
    pack,
    slotLists: createSlotLists({ ...shared, pack }),
    departments: createDepartments({ ...shared, config }),
    limiter: { take: () => undefined },
    metricsToken: null,
    publicFiles: null,
    trustProxy: false,
    checkReplies: true,
    isStopping: () => false,
  }
}
