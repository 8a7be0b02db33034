import { createApp, createJobs } from '../../bff/src/app'
import { createHttpServer, listen } from '../../bff/src/platform/http/http-server'
import { benchDeps } from './bench-deps'
import { answerParent } from './child'

/** The BFF with jobs that run when they are told to. */
async function main(): Promise<void> {
  const deps = await benchDeps()
  const jobs = createJobs(deps)
  const { port } = await listen(createHttpServer(createApp(deps).callback()), { host: '127.0.0.1', port: 0 })
  const runJob = async ({ name }: { name: string }): Promise<number> => {
    const began = performance.now()
    await jobs.find((job) => job.name === name)?.run(new AbortController().signal)
    return performance.now() - began
  }
  answerParent({ ports: () => ({ port }), cpu: () => process.cpuUsage(), jobs: () => jobs.map(({ name }) => name), runJob }, () =>
    deps.database.close(),
  )
}

void main()
