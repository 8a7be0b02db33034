import type { CaseListDto } from '@one-visit/shared/progress/contract'
import { useLookUp, type LookUp } from '../../../platform/use-look-up'
import { OWN_CASES, type OwnCases } from '../own-cases'

/** One of the person's own lists; the last one is kept on the phone. */
export function useOwnCases(of: OwnCases): LookUp<CaseListDto> {
  return useLookUp(OWN_CASES[of].endpoint, {}, { keepCopy: true })
}
