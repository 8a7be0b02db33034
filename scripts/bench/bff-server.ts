import { createApp, createJobs } from '../../bff/src/app'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { startJobs } from '../../bff/src/platform/jobs'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'
import { createProfiler } from './profiler'

/** The BFF, whole, with its jobs. */
async function main(): Promise<void> {
  const deps = await benchDeps()
  const server = createHttpServer(createApp(deps).callback())
  const { port } = await listen(server, { host: '127.0.0.1', port: 0 })
  const jobs = startJobs(createJobs(deps), { ...deps, logger: deps.log })
  answerParent({ port: () => port, cpu: () => process.cpuUsage(), ...createProfiler() }, async () => {
    await jobs.stop()
    await deps.database.close()
  })
}

void main()
