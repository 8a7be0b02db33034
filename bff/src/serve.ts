import { type AppDeps, createApp, createJobs } from './app'
import { createDepartments } from './departments/departments'
import { entities } from './entities'
import { generateSlots } from './features/appointments/generate-slots'
import { createSlotLists } from './features/appointments/slot-lists'
import { prepareSearch } from './features/catalogue/catalogue-of'
import { migrations } from './migrations'
import { warnOfMissingYears } from './platform/calendar/warn-of-missing-years'
import type { Clock } from './platform/clock'
import type { Config } from './platform/config'
import { loadCountyPack } from './platform/county-pack'
import { loadKeyRing } from './platform/crypto/crypto-keys'
import { createFieldCrypto } from './platform/crypto/key-ring'
import { renewableCrypto } from './platform/crypto/renewable-crypto'
import { openDatabase } from './platform/database'
import { createGracefulStop, type GracefulStop } from './platform/http/graceful-stop'
import { createHttpServer, listen } from './platform/http/http-server'
import { createMetrics } from './platform/http/metrics'
import { loadStaticFiles } from './platform/http/static-files'
import { startJobs } from './platform/jobs'
import { createLogger, type Logger } from './platform/logger'
import { createSigner } from './platform/signing/signer'
import { seedDemo } from './seed-demo'

const STOP_WITHIN_MS = 10_000

export interface ServeOptions {
  readonly config: Config
  readonly clock: Clock
  /** The folder of the county packs. */
  readonly counties: string
}

export interface Serving {
  readonly port: number
  /** Finishes what was taken; false when something had to be left behind. */
  stop(): Promise<boolean>
}

/** The whole server: opens the database, starts the jobs, listens. */
export async function serve({ config, clock, counties }: ServeOptions): Promise<Serving> {
  const log = createLogger(config)
  const stopping = createGracefulStop({ log, deadlineMs: STOP_WITHIN_MS })
  warnOfMissingYears({ clock, log })
  const deps = await openDeps({ config, clock, counties }, log, stopping)
  if (config.demo) await seedDemo(deps)
  // The first person to ask finds times to choose from.
  await generateSlots(deps)
  prepareSearch(deps)
  const app = createApp(deps)
  const jobs = startJobs(createJobs(deps), { ...deps, logger: log })
  // In this order: nothing new is started, then what everything stands on is closed.
  stopping.onStop('jobs', () => jobs.stop())
  stopping.onStop('departments', () => deps.departments.close())
  stopping.onStop('database', () => deps.database.close())
  const server = createHttpServer(app.callback())
  const { address, port } = await listen(server, config)
  log.info({ address, port, county: config.county, database: deps.database.kind }, 'listening')
  return { port, stop: () => stopping.stop(server) }
}

async function openDeps({ config, clock, counties }: ServeOptions, log: Logger, stopping: GracefulStop): Promise<AppDeps> {
  const pack = loadCountyPack(counties, config.county)
  const ring = loadKeyRing(config)
  const crypto = renewableCrypto(() => createFieldCrypto(loadKeyRing(config), config.cryptoSuite))
  // `npm run keys` changed the file; a mistake in it must not end a server that is well.
  process.on('SIGHUP', () => {
    try {
      crypto.renew()
      log.info('the keys were read again')
    } catch (error) {
      log.error({ err: error }, 'the keys could not be read again')
    }
  })
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
