import { type OfflineLicence, verifyOfflineLicence } from '@one-visit/shared/licences/offline-code'
import { CLOCK_SKEW_SECONDS } from '@one-visit/shared/licences/rules'
import { openStatusList, stateOfPlace } from '@one-visit/shared/licences/status-list'
import { checkSignature } from './check-signature'
import { readKeys, readStatus } from './documents'
import { inflate } from './inflate'
import type { Reason } from './reasons'
import { type Seen, stillLiving } from './seen'

/** `keys` and `status`: the two published documents, as parsed from JSON. `seen`: what was taken here before. */
export interface Shown {
  readonly code: string
  readonly keys: unknown
  readonly status: unknown
  readonly now: Date
  readonly seen: Seen
}

/** A licence that may be believed, with what is to be remembered; or why not. */
export type Outcome =
  { readonly licence: OfflineLicence; readonly expiresAt: Date; readonly seen: Seen } | { readonly failure: Reason }

/** Asks nobody. The code is judged before the list, so that a stale list never hides that a code was altered. */
export async function verifyOffline({ code, keys, status, now, seen }: Shown): Promise<Outcome> {
  const known = readKeys(keys)
  if (!known) return { failure: 'keys_invalid' }
  const trust = { keys: known, now, checkSignature }
  const tolerance = { early: CLOCK_SKEW_SECONDS, late: CLOCK_SKEW_SECONDS }
  const genuine = verifyOfflineLicence(code.trim(), { ...trust, tolerance })
  if ('failure' in genuine) return genuine
  const list = readStatus(status)
  if (!list) return { failure: 'status_invalid' }
  const opened = await openStatusList(list, { ...trust, skewSeconds: CLOCK_SKEW_SECONDS, inflate })
  if ('failure' in opened) return opened
  const { content: licence, expiresAt } = genuine
  const state = stateOfPlace(opened.bits, licence.statusIndex)
  if (state === 'revoked') return { failure: 'revoked' }
  // The list is from before the licence had a place in it.
  if (state === 'unknown') return { failure: 'status_stale' }
  const before = stillLiving(seen, now)
  if (licence.presentationId in before) return { failure: 'replayed' }
  const until = expiresAt.getTime() + CLOCK_SKEW_SECONDS * 1000
  return { licence, expiresAt, seen: { ...before, [licence.presentationId]: until } }
}
