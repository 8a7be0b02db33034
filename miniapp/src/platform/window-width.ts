import { useSyncExternalStore } from 'react'
import { IS_BROWSER } from './target'

/** From here on a table of the whole day fits; CSS px. */
const WIDE = '(min-width: 1000px)'

const findQuery = (): MediaQueryList | null => (IS_BROWSER && 'matchMedia' in window ? window.matchMedia(WIDE) : null)

function follow(listener: () => void): () => void {
  const query = findQuery()
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

/** Whether the window is as wide as at a counter. In WeChat never: its pages are for a phone in the hand. */
export function useIsWide(): boolean {
  return useSyncExternalStore(follow, () => findQuery()?.matches ?? false)
}
