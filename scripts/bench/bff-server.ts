import { type AppDeps, createApp, createJobs } from '../../bff/src/app'
import { listSlots, type SlotListQuery } from '../../bff/src/features/appointments/slot-list'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { createMetrics } from '../../bff/src/platform/http/metrics'
import { PreparedReply } from '../../bff/src/platform/http/prepared-reply'
import { startJobs } from '../../bff/src/platform/jobs'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'
import { memoryNow } from './memory/memory-now'
import { createProfiler } from './profiler'

/** The BFF, whole, with its jobs; at a second port the same, but asking the database for each list of free times. */
async function main(): Promise<void> {
  const deps = await benchDeps()
  const open = async (appDeps: AppDeps): Promise<number> => {
    const server = createHttpServer(createApp(appDeps).callback())
    return (await listen(server, { host: '127.0.0.1', port: 0 })).port
  }
  const slotLists = {
    get: async (query: SlotListQuery) => PreparedReply.of(await listSlots(deps, query)),
    find: () => null,
    changed: () => undefined,
  }
  const ports = { port: await open(deps), unkeptPort: await open({ ...deps, metrics: createMetrics(), slotLists }) }
  const jobs = startJobs(createJobs(deps), { ...deps, logger: deps.log })
  const answers = { ports: () => ports, cpu: () => process.cpuUsage(), memory: memoryNow, ...createProfiler() }
  answerParent(answers, async () => {
    await jobs.stop()
    await deps.database.close()
  })
}

void main()
