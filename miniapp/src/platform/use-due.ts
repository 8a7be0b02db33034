import { useState } from 'react'
import type { Call, CallOptions } from './api'
import { readCopy } from './last-copies'
import { lookUpKey } from './look-up-key'

/**
 * Whether the last answer that was kept on the phone is older than `goodFor` milliseconds, or there is none: for what a page shows beside
 * the rest and that is not worth asking a department for each time. Stays as it was when the page opened.
 */
export function useDue<K extends Call>(endpoint: K, options: CallOptions<K>, goodFor: number): boolean {
  const [isDue] = useState(() => Date.now() - (readCopy(lookUpKey(null, endpoint, options))?.at ?? 0) > goodFor)
  return isDue
}
