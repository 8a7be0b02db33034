import path from 'node:path'
import type { AppDeps } from '../../bff/src/app'
import { createDepartments } from '../../bff/src/departments/departments'
import { systemClock } from '../../bff/src/platform/clock'
import { loadConfig } from '../../bff/src/platform/config'
import { loadCountyPack } from '../../bff/src/platform/county-pack'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { createLogger } from '../../bff/src/platform/logger'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { openKeys, openStore } from './bench-store'

/** Nothing answers there: fresh copies are all that is asked for. */
const NO_DEPARTMENTS = 'http://127.0.0.1:9'

/** The BFF as main.ts puts it together for production, but with rate limits that let everything pass. */
export async function benchDeps(): Promise<AppDeps> {
  const { BENCH_DATABASE: url = '', BENCH_KEYS: keys = '' } = process.env
  const config = loadConfig({ ...demoEnvironment(NO_DEPARTMENTS), NODE_ENV: 'development' })
  const shared = {
    clock: systemClock,
    crypto: openKeys(keys),
    log: createLogger(config),
    metrics: createMetrics(),
    database: await openStore(url),
  }
  return {
    ...shared,
    pack: loadCountyPack(path.join(__dirname, '../../bff/counties'), config.county),
    departments: createDepartments({ ...shared, config }),
    limiter: { take: () => undefined },
    metricsToken: null,
    publicFiles: null,
    trustProxy: false,
    checkReplies: false,
    isStopping: () => false,
  }
}
