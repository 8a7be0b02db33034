import type { FamilyDto } from '@one-visit/shared/family/contract'
import { dropCopy } from '../../../platform/last-copies'
import { useIsInFront } from '../../../platform/page-shown'
import { queryClient } from '../../../platform/query-client'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'

/** The other person may agree, or ask, while somebody looks; milliseconds. */
const EVERY = 15_000
const FAMILY = 'GET /v1/family'

/** Whom I show and who shows me; the last list is kept on the phone. */
export function useFamily(): LookUp<FamilyDto> {
  const everyMs = useIsInFront() && EVERY
  return useLookUp(FAMILY, {}, { keepCopy: true, everyMs })
}

/** What the BFF has just said of the whole family shows at once. */
export function noteFamily(family: FamilyDto): void {
  queryClient.setQueryData([FAMILY, {}], family)
}

export function noteFamilyChanged(): void {
  void queryClient.invalidateQueries({ queryKey: [FAMILY] })
}

/** Nothing of somebody who is no longer shown stays on this phone. */
export function forgetHealthCode(id: string): void {
  const key = ['GET /v1/health-codes/:person', { params: { person: id } }] as const
  queryClient.removeQueries({ queryKey: key })
  dropCopy(key)
}
