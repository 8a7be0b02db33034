import { setMaxListeners } from 'node:events'
import type { Logger } from 'pino'
import { type LeaseDeps, msUntilDue, takeLease } from './job-lease'
import { withEither } from './with-either'

export interface Job {
  readonly name: string
  /** From the start of one run to the start of the next. */
  readonly everyMs: number
  /** `signal` aborts when the process stops, or when another process has taken the job over. */
  run(signal: AbortSignal): Promise<void>
}

export interface JobDeps extends LeaseDeps {
  readonly logger: Pick<Logger, 'error'>
}

export interface RunningJobs {
  /** Runs the job now, due or not; false when another run of it is under way. Throws what the job throws. */
  runJobOnce(name: string): Promise<boolean>
  /** Starts no more runs, aborts those under way and waits for them. */
  stop(): Promise<void>
}

/**
 * Runs each job again and again, once for all processes of the database together: whoever takes its lease runs it. A job that
 * fails is logged and runs again when it is next due; one whose process was killed, when its lease has run out.
 */
export function startJobs(jobs: readonly Job[], deps: JobDeps): RunningJobs {
  const stopping = new AbortController()
  // Each job waits on it, and Node takes more than ten for a leak.
  setMaxListeners(0, stopping.signal)
  const loops = jobs.map((job) => repeat(job, deps, stopping.signal))
  return {
    runJobOnce: (name) => {
      const job = jobs.find((candidate) => candidate.name === name)
      if (!job) throw new Error(`There is no job ${name}.`)
      return runLeased(job, deps, stopping.signal, 'anyTime')
    },
    stop: async () => {
      stopping.abort()
      await Promise.all(loops)
    },
  }
}

async function repeat(job: Job, deps: JobDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    let wait = job.everyMs
    try {
      if ((await msUntilDue(deps, job.name)) <= 0) await runLeased(job, deps, stopping, 'due')
      wait = Math.min(wait, await msUntilDue(deps, job.name))
    } catch (error) {
      logFailure(job, deps, stopping, error)
    }
    // A little more each time, so that processes that started together do not look together for ever.
    await pause(Math.max(wait, 0) + Math.random() * 0.1 * job.everyMs, stopping)
  }
}

/** What a stop interrupted is no failure. */
function logFailure(job: Job, { logger }: JobDeps, stopping: AbortSignal, error: unknown): void {
  if (!stopping.aborted) logger.error({ err: error, job: job.name }, 'a job failed')
}

async function runLeased(job: Job, deps: JobDeps, stopping: AbortSignal, when: 'due' | 'anyTime'): Promise<boolean> {
  const lease = await takeLease(deps, job.name, job.everyMs, when)
  if (!lease) return false
  const lost = new AbortController()
  lease.keep(() => {
    lost.abort()
  })
  try {
    await withEither([stopping, lost.signal], (signal) => job.run(signal))
  } finally {
    await lease.release()
  }
  return true
}

function pause(ms: number, stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      stopping.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    stopping.addEventListener('abort', done)
  })
}
