import type { Server } from 'node:http'
import type { Logger } from '../logger'

export interface GracefulStop {
  isStopping(): boolean
  /** Closers run one after another, in the order they were added, after the last request was answered. */
  onStop(name: string, close: () => Promise<void>): void
  /**
   * Stops accepting, lets requests end, then closes the rest. At `deadlineMs` open connections are cut, and a closer that is not
   * done is left behind; true when nothing had to be. Calling it again waits for the same end.
   */
  stop(server: Server): Promise<boolean>
}

/** The deadline is for the requests; the closers together get the same time once more. */
export function createGracefulStop({ log, deadlineMs }: { readonly log: Logger; readonly deadlineMs: number }): GracefulStop {
  const closers: { readonly name: string; readonly close: () => Promise<void> }[] = []
  let ending: Promise<boolean> | null = null

  async function end(server: Server): Promise<boolean> {
    const answered = await within(deadlineMs, closeServer(server))
    if (!answered) {
      log.warn('requests were still under way at the deadline; their connections are cut')
      server.closeAllConnections()
    }
    const until = performance.now() + deadlineMs
    let clean = answered
    for (const { name, close } of closers) {
      const closed = await within(Math.max(0, until - performance.now()), close()).catch((error: unknown) => {
        log.error({ err: error, closing: name }, 'could not be closed')
        return false
      })
      if (!closed) log.warn({ closing: name }, 'was not closed cleanly')
      clean &&= closed
    }
    return clean
  }

  return {
    isStopping: () => ending !== null,
    onStop: (name, close) => void closers.push({ name, close }),
    stop: (server) => (ending ??= end(server)),
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
    server.closeIdleConnections()
  })
}

async function within(ms: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => {
      resolve(false)
    }, ms)
  })
  return Promise.race([work.then(() => true), late]).finally(() => {
    clearTimeout(timer)
  })
}
