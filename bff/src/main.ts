import path from 'node:path'
import { createApp, createJobs, type AppDeps } from './app'
import { createDepartments } from './departments/departments'
import { entities } from './entities'
import { generateSlots } from './features/appointments/generate-slots'
import { createSlotLists } from './features/appointments/slot-lists'
import { migrations } from './migrations'
import { warnOfMissingYears } from './platform/calendar/warn-of-missing-years'
import { systemClock } from './platform/clock'
import { ConfigError, loadConfig, type Config } from './platform/config'
import { CountyPackError, loadCountyPack } from './platform/county-pack'
import { loadKeyRing } from './platform/crypto/crypto-keys'
import { createFieldCrypto } from './platform/crypto/key-ring'
import { openDatabase } from './platform/database'
import { createGracefulStop, type GracefulStop } from './platform/http/graceful-stop'
import { createHttpServer, listen } from './platform/http/http-server'
import { createMetrics } from './platform/http/metrics'
import { loadStaticFiles } from './platform/http/static-files'
import { startJobs } from './platform/jobs'
import { createLogger, type Logger } from './platform/logger'
import { createSigner } from './platform/signing/signer'
import { seedDemo } from './seed-demo'

/** The same place seen from src/ and from dist/. */
const COUNTIES = path.join(__dirname, '../counties')
const STOP_WITHIN_MS = 10_000

async function main(): Promise<void> {
  const config = loadConfig(process.env)
  const log = createLogger(config)
  const stopping = createGracefulStop({ log, deadlineMs: STOP_WITHIN_MS })
  warnOfMissingYears({ clock: systemClock, log })
  const deps = await openDeps(config, log, stopping)
  if (config.demo) await seedDemo(deps)
  // The first person to ask finds times to choose from.
  await generateSlots(deps)
  const app = createApp(deps)
  const jobs = startJobs(createJobs(deps), { ...deps, logger: log })
  // In this order: nothing new is started, then what everything stands on is closed.
  stopping.onStop('jobs', () => jobs.stop())
  stopping.onStop('departments', () => deps.departments.close())
  stopping.onStop('database', () => deps.database.close())
  const server = createHttpServer(app.callback())
  const { address, port } = await listen(server, config)
  log.info({ address, port, county: config.county, database: deps.database.kind }, 'listening')
  const stop = (): void => {
    void stopping.stop(server).then((clean) => process.exit(clean ? 0 : 1))
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

async function openDeps(config: Config, log: Logger, stopping: GracefulStop): Promise<AppDeps> {
  const clock = systemClock
  const pack = loadCountyPack(COUNTIES, config.county)
  const ring = loadKeyRing(config)
  const crypto = createFieldCrypto(ring, config.cryptoSuite)
  const metrics = createMetrics()
  const database = await openDatabase({ url: config.databaseUrl, entities, migrations, logger: log })
  return {
    database,
    crypto,
    signer: createSigner({ clock, ring, cryptoSuite: config.cryptoSuite }),
    clock,
    log,
    pack,
    metrics,
    slotLists: createSlotLists({ database, pack, clock }),
    departments: createDepartments({ config, database, crypto, clock, log, metrics }),
    metricsToken: config.metricsToken,
    publicFiles: config.publicDir === null ? null : await loadStaticFiles(config.publicDir),
    trustProxy: config.trustProxy,
    checkReplies: config.nodeEnv !== 'production',
    isStopping: () => stopping.isStopping(),
  }
}

main().catch((error: unknown) => {
  // The operator's own mistakes are told plainly; anything else with its trace.
  const plain = error instanceof ConfigError || error instanceof CountyPackError
  process.stderr.write(`${plain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exitCode = 1
})
