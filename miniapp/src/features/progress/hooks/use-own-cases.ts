import { useLookUp } from '../../../platform/use-look-up'
import { OWN_CASES, type OwnCases } from '../own-cases'

/** One of the person's own lists; the last one is kept on the phone. */
export function useOwnCases(of: OwnCases) {
  return useLookUp(OWN_CASES[of].endpoint, {}, { keepCopy: true })
}
