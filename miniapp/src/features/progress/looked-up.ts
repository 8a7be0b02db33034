import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { actingNow } from '../../platform/acting'
import { keepCopy, readCopy } from '../../platform/last-copies'
import { queryClient } from '../../platform/query-client'
import { getToken } from '../../platform/session'

const keyOf = (caseNumber: string) => ['looked-up-case', caseNumber] as const

/**
 * Keeps what a look-up found, for the page that shows it. Only for a person who is signed in does it outlive the app (it goes
 * when they sign out): on a phone that others use too, a number alone must reveal nothing. Nor while they act for somebody.
 */
export function keepLookedUp(progress: CaseProgressDto): void {
  const key = keyOf(progress.caseNumber)
  queryClient.setQueryData(key, progress)
  if (getToken() !== null && actingNow() === null) keepCopy(key, { ...progress, followProof: null }, Date.now())
}

export interface LookedUp {
  progress: CaseProgressDto
  /** It is a copy of an earlier day, kept on the phone. */
  isCopy: boolean
}

/** What the last look-up of this number found, or null. */
export function findLookedUp(caseNumber: string): LookedUp | null {
  const key = keyOf(caseNumber)
  const fresh = queryClient.getQueryData<CaseProgressDto>(key)
  if (fresh !== undefined) return { progress: fresh, isCopy: false }
  const copy = actingNow() === null ? readCopy(key) : null
  return copy === null ? null : { progress: copy.data as CaseProgressDto, isCopy: true }
}
