import { useCallback, useRef, useState } from 'react'
import { DRAFTS_FOR, isActingNow, usePagePerson, type Acting } from './acting'
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

/** `before` with what is stored of it. */
function load<T extends Fields>(key: string, before: T, now: number): T {
  const stored = readStored(key)
  if (!isKept(stored) || now - stored.at > KEPT_FOR) return before
  const known = Object.entries(stored.values).filter(([name, value]) => name in before && typeof value === 'string')
  return { ...before, ...Object.fromEntries(known) }
}

/** Under what a draft is kept: of which page, and for whom. */
export const draftKey = (page: string, acting: Acting | null): string =>
  acting === null ? `draft:${page}` : `${DRAFTS_FOR}${acting.mandate}:${page}`

interface DraftSettings<T extends Fields> {
  /** Fields (passwords, codes, identity numbers) that stay in memory only. */
  secrets?: readonly (keyof T)[]
  /** About whoever holds the phone, also while they act for somebody. */
  own?: boolean
}

const NONE: readonly never[] = []

/**
 * What a person typed on a page: kept over signing in again, a dead network and closing the app, until it was sent. What is typed
 * for somebody is kept apart from one's own, and goes when acting for them ends.
 */
export function useDraft<T extends Fields>(page: string, initial: T, settings: DraftSettings<T> = {}): Draft<T> {
  const { secrets = NONE, own = false } = settings
  const { acting } = usePagePerson(!own)
  const key = draftKey(page, own ? null : acting)
  const [values, setValues] = useState(() => load(key, initial, Date.now()))
  const newest = useRef(values)
  const set = useCallback(
    <K extends keyof T>(field: K, value: T[K]) => {
      // Pages of the same draft that were opened since may have written more.
      newest.current = { ...load(key, newest.current, Date.now()), [field]: value }
      const kept = Object.entries(newest.current).filter(([name]) => !secrets.includes(name))
      // At once: the next page may replace this one before it is drawn again, and reads what is stored.
      if (own || isActingNow(acting)) writeStored(key, { at: Date.now(), values: Object.fromEntries(kept) })
      setValues(newest.current)
    },
    [key, secrets, own, acting],
  )
  const clear = useCallback(() => {
    removeStored(key)
    newest.current = initial
    setValues(initial)
  }, [key, initial])
  return { values, set, clear }
}
