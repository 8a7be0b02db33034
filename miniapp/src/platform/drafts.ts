import { useCallback, useRef, useState } from 'react'
import { readStored, removeStored, writeStored } from './storage'

/** Drafts older than this are not shown again: 7 days, in milliseconds. */
const KEPT_FOR = 7 * 86_400_000

type Fields = Record<string, string>

export interface Draft<T extends Fields> {
  values: T
  set: <K extends keyof T>(field: K, value: T[K]) => void
  /** After success. */
  clear: () => void
}

function isKept(value: unknown): value is { at: number; values: Record<string, unknown> } {
  return typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'values' in value
}

function load<T extends Fields>(key: string, initial: T, now: number): T {
  const stored = readStored(key)
  if (!isKept(stored) || now - stored.at > KEPT_FOR) return initial
  const known = Object.entries(stored.values).filter(([name, value]) => name in initial && typeof value === 'string')
  return { ...initial, ...Object.fromEntries(known) }
}

/**
 * What a person typed on a page: kept over signing in again, a dead network and closing the app, until it was sent.
 * Fields named in `secrets` (passwords, codes, identity numbers) stay in memory only.
 */
export function useDraft<T extends Fields>(page: string, initial: T, secrets: readonly (keyof T)[] = []): Draft<T> {
  const key = `draft:${page}`
  const [values, setValues] = useState(() => load(key, initial, Date.now()))
  const newest = useRef(values)
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => {
      newest.current = { ...newest.current, [field]: value }
      const kept = Object.entries(newest.current).filter(([name]) => !secrets.includes(name))
      // At once: the next page may replace this one before it is drawn again, and reads what is stored.
      writeStored(key, { at: Date.now(), values: Object.fromEntries(kept) })
      setValues(newest.current)
    },
    [key, secrets],
  )
  const clear = useCallback(() => {
    removeStored(key)
    newest.current = initial
    setValues(initial)
  }, [key, initial])
  return { values, set, clear }
}
