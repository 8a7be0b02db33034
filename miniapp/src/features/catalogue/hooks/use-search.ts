import type { ItemSummaryDto } from '@one-visit/shared/catalogue/contract'
import { useEffect, useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useConsent } from '../../../platform/privacy'
import { useLookUp } from '../../../platform/use-look-up'
import { useSearchOnPhone, type SearchOnPhone } from './use-often-used'

/** So long after the last key what was typed is looked for; milliseconds. */
const TYPING_PAUSE = 300
/** An answer that takes longer is not waited for: the list on the phone answers meanwhile. Milliseconds. */
const SLOW_AFTER = 1_000

export interface Found {
  /** What was looked for; shorter than what is typed while somebody types. */
  query: string
  items: readonly ItemSummaryDto[]
  /** `phone`: from the list that is kept on the phone. */
  from: 'county' | 'phone'
}

export interface Search {
  typed: string
  type: (text: string) => void
  /** Looks at once for what is typed. */
  searchNow: () => void
  /** Null: nothing was looked for, or nothing can be said yet. */
  found: Found | null
  /** Why the county does not answer; null while it does, or may. */
  problem: ApiProblem | null
  waiting: boolean
  again: () => void
}

function useSlowness(waiting: boolean, query: string): boolean {
  const [slow, setSlow] = useState('')
  useEffect(() => {
    if (!waiting) return
    const timer = setTimeout(() => {
      setSlow(query)
    }, SLOW_AFTER)
    return () => {
      clearTimeout(timer)
    }
  }, [waiting, query])
  return waiting && slow === query
}

/** What was typed, once the person has paused. */
function usePaused(typed: string): [string, (query: string) => void] {
  const [query, setQuery] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => {
      setQuery(typed)
    }, TYPING_PAUSE)
    return () => {
      clearTimeout(timer)
    }
  }, [typed])
  return [query, setQuery]
}

function answerTo(query: string, items: Found['items'] | undefined, searchOnPhone: SearchOnPhone | null): Found | null {
  if (query === '') return null
  if (items) return { query, items, from: 'county' }
  return searchOnPhone && { query, items: searchOnPhone(query), from: 'phone' }
}

/** The search while it is typed: by the county, or, without a network or with a slow one, in the list on the phone. */
export function useSearch(first: string): Search {
  const [typed, type] = useState(first)
  const [query, setQuery] = usePaused(typed.trim())
  const enabled = useConsent() && query !== ''
  const { data, problem, waiting, again } = useLookUp('GET /v1/item-search', { query: { q: query } }, { enabled })
  const searchOnPhone = useSearchOnPhone()
  const isLate = useSlowness(waiting, query) || problem !== null
  const [before, setBefore] = useState<Found | null>(null)
  const now = answerTo(query, data?.items, isLate ? searchOnPhone : null)
  if (now?.query !== before?.query || now?.from !== before?.from) {
    // Until the new answer is there the one before stands: what comes and goes with every key cannot be read.
    if (now !== null || (query === '' && before !== null)) setBefore(now)
  }
  return {
    typed,
    type,
    searchNow: () => {
      setQuery(typed.trim())
    },
    found: now ?? (query === '' ? null : before),
    problem: query === '' ? null : problem,
    waiting,
    again,
  }
}
