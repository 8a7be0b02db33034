import vm from 'node:vm'

type OnRejection = (reason: unknown) => void

/** The real process: under jest the global `process` is a copy that never receives events. */
const realProcess = vm.runInThisContext('process') as NodeJS.Process

/** Realms that are watched, by their `Promise.prototype`. */
const watched = new Map<object, OnRejection>()

function watcherOf(promise: object): OnRejection | undefined {
  for (let here: unknown = promise; typeof here === 'object' && here !== null; here = Object.getPrototypeOf(here)) {
    const found = watched.get(here)
    if (found) return found
  }
  return undefined
}

function listen(reason: unknown, promise: Promise<unknown>): void {
  const onRejection = watcherOf(promise)
  if (onRejection) {
    onRejection(reason)
    // A late handler makes node emit "rejectionHandled": jest then no longer counts the rejection against the test.
    promise.catch(() => undefined)
    return
  }
  // Where nobody else listens, node would have thrown; our listening must not hide a mistake of the test itself.
  if (realProcess.listenerCount('unhandledRejection') === 1) {
    setImmediate(() => {
      throw reason instanceof Error ? reason : new Error(String(reason))
    })
  }
}

/**
 * Reports the rejections nobody handled of one realm's promises, and only those: all others go their usual way to jest or node.
 * Returns the function that stops watching.
 */
export function watchRejections(promisePrototype: object, onRejection: OnRejection): () => void {
  if (watched.size === 0) realProcess.on('unhandledRejection', listen)
  watched.set(promisePrototype, onRejection)
  return () => {
    watched.delete(promisePrototype)
    if (watched.size === 0) realProcess.off('unhandledRejection', listen)
  }
}
