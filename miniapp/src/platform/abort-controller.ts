type Listener = () => void

class Signal {
  aborted = false
  reason: unknown = undefined
  private readonly listeners = new Set<Listener>()

  addEventListener(_: 'abort', listener: Listener): void {
    this.listeners.add(listener)
  }

  removeEventListener(_: 'abort', listener: Listener): void {
    this.listeners.delete(listener)
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason
  }

  abort(reason: unknown): void {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    for (const listener of this.listeners) listener()
    this.listeners.clear()
  }
}

/** WeChat's engine has none and TanStack Query makes one for every look-up; the WeChat build puts this in its place. */
export class AbortController {
  readonly signal = new Signal()

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.abort(reason)
  }
}
