import type { AppDeps } from '../../bff/src/app'
import { createDepartments } from '../../bff/src/departments/departments'
import { createSlotLists } from '../../bff/src/features/appointments/slot-lists'
import { loadConfig } from '../../bff/src/platform/config'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { createLogger } from '../../bff/src/platform/logger'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { benchClock } from './bench-clock'
import { openKeys, openSigner, openStore } from './bench-store'
import { benchPack } from './visits'

/** Nothing answers there: fresh copies are all that is asked for. */
const NO_DEPARTMENTS = 'http://127.0.0.1:9'

/** The BFF as main.ts puts it together for production, but with rate limits that let everything pass. */
export async function benchDeps(pack = benchPack()): Promise<AppDeps> {
  const { BENCH_DATABASE: url = '', BENCH_KEYS: keys = '', BENCH_STARTED_AT: startedAt } = process.env
  const config = loadConfig({ ...demoEnvironment(NO_DEPARTMENTS), NODE_ENV: 'development' })
  const clock = benchClock(Number(startedAt))
  const shared = {
    clock,
    pack,
    crypto: openKeys(keys),
    signer: openSigner(keys, clock),
    log: createLogger(config),
    metrics: createMetrics(),
    database: await openStore(url),
  }
  return {
    ...shared,
    slotLists: createSlotLists(shared),
    departments: createDepartments({ ...shared, config }),
    limiter: { take: () => undefined },
    metricsToken: null,
    publicFiles: null,
    trustProxy: false,
    checkReplies: false,
    isStopping: () => false,
  }
}
