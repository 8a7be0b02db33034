import { useSyncExternalStore } from 'react'
import { readStored, removeStored, writeStored } from './storage'

export interface StoredValue<T> {
  get: () => T
  set: (value: T) => void
  clear: () => void
  subscribe: (listener: () => void) => () => void
}

/** One value kept on the phone that components can follow. `isValid` turns away what an older version of the app wrote. */
export function storedValue<T>(key: string, initial: T, isValid: (value: unknown) => value is T): StoredValue<T> {
  const listeners = new Set<() => void>()
  let current: T | undefined
  const load = (): T => {
    const stored = readStored(key)
    return isValid(stored) ? stored : initial
  }
  const announce = (value: T) => {
    current = value
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => (current ??= load()),
    set(value) {
      writeStored(key, value)
      announce(value)
    },
    clear() {
      removeStored(key)
      announce(initial)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useStoredValue<T>(value: StoredValue<T>): T {
  return useSyncExternalStore(value.subscribe, value.get)
}
