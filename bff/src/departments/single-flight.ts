/** Runs work once for all who ask for the same key while it is under way; everybody gets the same outcome. */
export class SingleFlight {
  private readonly flights = new Map<string, Promise<unknown>>()

  /** `key` says all that the outcome depends on, also whose data it is and hence its type. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const running = this.flights.get(key)
    if (running) return running as Promise<T>
    const flight = work().finally(() => this.flights.delete(key))
    this.flights.set(key, flight)
    return flight
  }

  /** Waits for what is under way, if anything is; how it ends is not said. */
  async join(key: string): Promise<void> {
    await this.flights.get(key)?.catch(() => undefined)
  }
}

/** Waits for `work` as long as the caller wants to; the work itself goes on for the others. */
export async function whileWanted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work
  // The work goes on after the caller has left, and nobody else may be there to see it fail.
  work.catch(() => undefined)
  signal.throwIfAborted()
  let leave: () => void = () => undefined
  const left = new Promise<never>((_, reject) => {
    leave = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('the caller left'))
    }
    signal.addEventListener('abort', leave, { once: true })
  })
  try {
    return await Promise.race([work, left])
  } finally {
    signal.removeEventListener('abort', leave)
  }
}
