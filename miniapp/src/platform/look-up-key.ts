import { actingNow, type Acting } from './acting'
import type { Call, CallOptions } from './api'
import { isDelegable } from './delegable'

/** Under what an answer is kept in memory: what was asked, and for whom. */
export function lookUpKey<K extends Call>(acting: Acting | null, endpoint: K, options: CallOptions<K>): readonly unknown[] {
  return acting !== null && isDelegable(endpoint) ? [endpoint, options, acting.mandate] : [endpoint, options]
}

/** The same for the page on top. */
export const keyNow = <K extends Call>(endpoint: K, options: CallOptions<K>): readonly unknown[] =>
  lookUpKey(actingNow(), endpoint, options)
