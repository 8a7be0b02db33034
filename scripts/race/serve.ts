import { createApp, createJobs, type AppDeps } from '../../bff/src/app'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { startJobs } from '../../bff/src/platform/jobs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type ClockSetting, fastClock } from './fast-clock'
import { raceDeps, type ServerSetting } from './race-deps'

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** More often than this would be all that a process does; milliseconds. */
const SHORTEST_WAIT_MS = 250

/**
 * In a process of its own: serves the BFF with its jobs, says the port to the parent, and ends with it. Jobs wait by the
 * machine's clock, so their times are shortened as the race's clock is quickened; the parent may say when that starts. `around` may put itself before the app.
 */
export async function serve(around: (deps: AppDeps, app: Listener) => Listener = (_, app) => app): Promise<void> {
  const setting = JSON.parse(process.argv[2] ?? '') as ServerSetting
  let clock = fastClock(setting.clock)
  process.on('message', (next: ClockSetting) => {
    clock = fastClock(next)
  })
  const deps = await raceDeps(setting, { now: () => clock.now() })
  const everyMs = (ms: number): number => Math.max(SHORTEST_WAIT_MS, Math.floor(ms / setting.clock.factor))
  const jobs = createJobs(deps).map((job) => ({ ...job, everyMs: everyMs(job.everyMs) }))
  const server = createHttpServer(around(deps, createApp(deps).callback()))
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  startJobs(jobs, { ...deps, logger: deps.log })
  process.once('disconnect', () => process.exit(0))
  process.send?.({ port })
}
