import { AsyncLocalStorage } from 'node:async_hooks'

/** Longer than this and the work surely waits for something that is not the database. */
const LONGEST_MS = 10_000

/** One run of one piece of work: over or not, and whether a statement of it failed. */
export class TransactionScope {
  private ended = false
  private failure: { readonly error: unknown } | null = null

  /** Throws once the work is over: a statement that nobody awaited must not slip into someone else's transaction. */
  requireOpen(): void {
    if (this.ended) throw new Error('This transaction is over: await every statement before the work returns.')
  }

  /** Runs a statement and remembers its failure, which spoils the whole transaction as PostgreSQL has it. */
  async statement<T>(run: () => T | Promise<T>): Promise<T> {
    this.requireOpen()
    try {
      return await run()
    } catch (error) {
      this.failure ??= { error }
      throw error
    }
  }

  /** Runs the work; throws when it throws, takes too long, or went on after a failed statement. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    try {
      const value = await current.run(this, () => withDeadline(work))
      if (this.failure) throw new Error('The transaction went on after a failed statement.', { cause: this.failure.error })
      return value
    } finally {
      this.ended = true
    }
  }

  get isOver(): boolean {
    return this.ended
  }
}

const current = new AsyncLocalStorage<TransactionScope>()

/** Throws inside a transaction: waiting there for another one would wait for itself. */
export function refuseNesting(): void {
  const outer = current.getStore()
  if (outer && !outer.isOver) throw new Error('inTransaction was called inside a transaction: hand its `tx` on instead.')
}

function withDeadline<T>(work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`The transaction took longer than ${LONGEST_MS} ms: it may await nothing but the database.`))
    }, LONGEST_MS)
    const settle = async (): Promise<T> => work()
    settle()
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer)
      })
  })
}
