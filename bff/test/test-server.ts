import { createApp, createJobs, type AppDeps } from '../src/app'
import { createDepartments } from '../src/departments/departments'
import { loadConfig } from '../src/platform/config'
import { type CountyPack, loadCountyPack } from '../src/platform/county-pack'
import type { FieldCrypto } from '../src/platform/crypto/field-crypto'
import { createGracefulStop } from '../src/platform/http/graceful-stop'
import { createHttpServer, listen } from '../src/platform/http/http-server'
import { createSlotLists } from '../src/features/appointments/slot-lists'
import { createMetrics } from '../src/platform/http/metrics'
import { loadStaticFiles } from '../src/platform/http/static-files'
import { createLogger } from '../src/platform/logger'
import type { Job } from '../src/platform/jobs'
import { seedDemo } from '../src/seed-demo'
import path from 'node:path'
import { type FakeDepartments, startFakeDepartments } from '../../scripts/fake-departments/start'
import { demoEnvironment } from './demo-environment'
import { createHttpClient, type HttpClient } from './http-client'
import { type MovableClock, SettableClock } from './settable-clock'
import { testCrypto, testSigner } from './test-crypto'
import { openTestDatabase, type TestDatabase } from './test-database'

export interface TestServer extends HttpClient {
  readonly clock: MovableClock
  readonly fakes: FakeDepartments
  readonly database: TestDatabase
  readonly deps: AppDeps
  /** Runs a job now, as the process that holds its lease would. */
  runJob(name: string): Promise<void>
  /** Everything the server has logged so far. */
  logged(): string
  close(): Promise<void>
}

interface TestServerOptions {
  readonly county?: string
  readonly clock?: MovableClock
  /** The built H5 app, to be served too. */
  readonly publicDir?: string
  readonly crypto?: FieldCrypto
  /** As behind a balancer: X-Forwarded-For says who asks. */
  readonly trustProxy?: boolean
  /** The address at which the server finds its departments, when something stands before the fakes. */
  readonly departmentsAt?: (fakesUrl: string) => Promise<string>
}

const packs = new Map<string, CountyPack>()

/** Read once for all servers of a test file: nothing changes a pack. */
function packOf(county: string): CountyPack {
  const pack = packs.get(county) ?? loadCountyPack(path.join(__dirname, '../counties'), county)
  packs.set(county, pack)
  return pack
}

/** The whole BFF over real HTTP with a fresh database, its own fake departments, and a clock that tests move. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { clock = new SettableClock(), publicDir, crypto = testCrypto(), trustProxy = false, departmentsAt } = options
  // First, since it may not be there: nothing has been started yet.
  const publicFiles = publicDir === undefined ? null : await loadStaticFiles(publicDir)
  const fakes = await startFakeDepartments({ clock: () => clock.now() })
  const departmentsUrl = (await departmentsAt?.(fakes.url)) ?? fakes.url
  const config = loadConfig({ ...demoEnvironment(departmentsUrl), NODE_ENV: 'test', COUNTY: options.county ?? '430224' })
  const lines: string[] = []
  const log = createLogger({ logLevel: 'debug' }, { write: (line) => void lines.push(line) })
  const database = await openTestDatabase()
  const metrics = createMetrics()
  const stopping = createGracefulStop({ log, deadlineMs: 5_000 })
  const departments = createDepartments({ config, database, crypto, clock, log, metrics })
  const pack = packOf(config.county)
  const deps: AppDeps = {
    database,
    crypto,
    signer: testSigner(clock),
    clock,
    log,
    pack,
    slotLists: createSlotLists({ database, pack, clock }),
    departments,
    metrics,
    metricsToken: null,
    publicFiles,
    trustProxy,
    checkReplies: true,
    isStopping: () => stopping.isStopping(),
  }
  await seedDemo(deps)
  const server = createHttpServer(createApp(deps).callback())
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  stopping.onStop('departments', () => departments.close())
  stopping.onStop('database', () => database.close())
  const jobs = createJobs(deps)
  return {
    ...createHttpClient(`http://127.0.0.1:${port}`),
    clock,
    fakes,
    database,
    deps,
    runJob: (name) => jobNamed(jobs, name).run(new AbortController().signal),
    logged: () => lines.join(''),
    close: async () => {
      await stopping.stop(server)
      await fakes.close()
    },
  }
}

function jobNamed(jobs: readonly Job[], name: string): Job {
  const job = jobs.find((one) => one.name === name)
  if (!job) throw new Error(`no job ${name}`)
  return job
}
