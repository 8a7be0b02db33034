import type { AppDeps } from '../../bff/src/app'
import { createDepartments } from '../../bff/src/departments/departments'
import { createSlotLists } from '../../bff/src/features/appointments/slot-lists'
import type { Clock } from '../../bff/src/platform/clock'
import { loadConfig } from '../../bff/src/platform/config'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { createRateLimiter, type RateLimiter } from '../../bff/src/platform/http/rate-limiter'
import { createLogger } from '../../bff/src/platform/logger'
import { demoEnvironment } from '../../bff/test/demo-environment'
import { benchClock } from './bench-clock'
import { openKeys, openSigner, openStore } from './bench-store'
import { benchPack } from './visits'

/** Nothing answers there: unless a stub is started, fresh copies are all that is asked for. */
const NO_DEPARTMENTS = 'http://127.0.0.1:9'

/** Lets everything pass; when asked to, counts all the same, as it would in use. */
function limiterOf(clock: Clock): RateLimiter {
  if (process.env['BENCH_LIMITS'] !== 'counted') return { take: () => undefined }
  const limiter = createRateLimiter(clock)
  return {
    take: (limit, subjects) => {
      try {
        limiter.take(limit, subjects)
      } catch {
        // One machine is all the network there is here: counted, not refused.
      }
    },
  }
}

/** The BFF as main.ts puts it together for production, but with rate limits that let everything pass. */
export async function benchDeps(pack = benchPack()): Promise<AppDeps> {
  const { BENCH_DATABASE: url = '', BENCH_KEYS: keys = '', BENCH_STARTED_AT: startedAt, BENCH_DEPARTMENTS } = process.env
  const config = loadConfig({ ...demoEnvironment(BENCH_DEPARTMENTS ?? NO_DEPARTMENTS), NODE_ENV: 'development' })
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
    limiter: limiterOf(clock),
    metricsToken: null,
    publicFiles: null,
    trustProxy: false,
    checkReplies: false,
    isStopping: () => false,
  }
}
