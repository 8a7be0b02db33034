import { AsyncResource } from 'node:async_hooks'
import { LONGEST_TURN_MS, nextTurn } from './turns'

/** The one connection that writes. `begin` may wait for another process; the rest is done at once. */
export interface WriterConnection {
  begin(): Promise<void>
  execute(statement: 'COMMIT' | 'ROLLBACK' | 'SAVEPOINT job' | 'RELEASE job' | 'ROLLBACK TO job'): void
  /** False when the database gave up the transaction by itself (disk full, read or write error). */
  readonly inTransaction: boolean
}

interface Job {
  /** Runs the work; hands back how to answer its caller once it is safe on disk. */
  readonly run: () => Promise<() => void>
  readonly refuse: (reason: unknown) => void
}

/** More would make the first caller of a batch wait for long. */
const LARGEST_BATCH = 128

/**
 * Group commit: the jobs that are waiting share one transaction, each in a savepoint of its own, and each caller is
 * answered only after the COMMIT. A batch starts with setImmediate: a timer would add a millisecond to each.
 */
export class WriterQueue {
  private waiting: Job[] = []
  private working: Promise<void> | null = null
  private closed = false

  constructor(private readonly connection: WriterConnection) {}

  add<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new Error('The database is closed.'))
    // The batch runs where the first caller stood; each job belongs to its own caller (request id, nesting check).
    const inCallersScope = AsyncResource.bind(work)
    return new Promise((resolve, reject) => {
      const run = async (): Promise<() => void> => {
        const value = await inCallersScope()
        return () => {
          resolve(value)
        }
      }
      this.waiting.push({ run, refuse: reject })
      this.working ??= this.work()
    })
  }

  /** Refuses new jobs and waits for those it has taken. */
  async close(): Promise<void> {
    this.closed = true
    await this.working
  }

  private async work(): Promise<void> {
    while (this.waiting.length > 0) {
      await nextTurn()
      await this.runBatch(this.waiting.splice(0, LARGEST_BATCH))
    }
    this.working = null
  }

  private async runBatch(batch: Job[]): Promise<void> {
    const done: { answer: () => void; refuse: Job['refuse'] }[] = []
    try {
      await this.connection.begin()
      await this.runJobs(batch, done)
      this.connection.execute('COMMIT')
    } catch (error) {
      this.rollBack()
      for (const job of [...done, ...batch]) job.refuse(error)
      return
    }
    for (const { answer } of done) answer()
  }

  /** Takes jobs off `batch` one by one, so that what is left there has not run. */
  private async runJobs(batch: Job[], done: { answer: () => void; refuse: Job['refuse'] }[]): Promise<void> {
    let turnStarted = performance.now()
    for (let job = batch.shift(); job; job = batch.shift()) {
      const answer = await this.runJob(job)
      if (answer) done.push({ answer, refuse: job.refuse })
      if (!this.connection.inTransaction) throw new Error('The database gave up the transaction.')
      if (performance.now() - turnStarted < LONGEST_TURN_MS) continue
      await nextTurn()
      turnStarted = performance.now()
    }
  }

  private async runJob(job: Job): Promise<(() => void) | null> {
    try {
      this.connection.execute('SAVEPOINT job')
      const answer = await job.run()
      this.connection.execute('RELEASE job')
      return answer
    } catch (error) {
      job.refuse(error)
      if (this.connection.inTransaction) {
        this.connection.execute('ROLLBACK TO job')
        this.connection.execute('RELEASE job')
      }
      return null
    }
  }

  private rollBack(): void {
    if (this.connection.inTransaction) this.connection.execute('ROLLBACK')
  }
}
