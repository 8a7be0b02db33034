import { useDraft } from '../../../platform/drafts'
import { go } from '../../../platform/navigation'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { checkCaseNumber, tidyCaseNumber } from '../checks'
import { PROGRESS_PAGES } from '../progress-pages'

const EMPTY = { caseNumber: '' }

interface CaseNumber {
  caseNumber: string
  setCaseNumber: (caseNumber: string) => void
}

/** The number that is asked about, over the pages of a look-up. */
export function useCaseNumberDraft(): CaseNumber & { clear: () => void } {
  const { values, set, clear } = useDraft('case-look-up', EMPTY)
  return {
    caseNumber: values.caseNumber,
    setCaseNumber: (caseNumber: string) => {
      set('caseNumber', caseNumber)
    },
    clear,
  }
}

/** The first question of a look-up. */
export function useCaseNumberQuestion(): CaseNumber & { errors: readonly FieldError[]; handleNext: () => void } {
  const { caseNumber, setCaseNumber } = useCaseNumberDraft()
  const { errors, passes } = useErrors(null)
  const handleNext = () => {
    const tidy = tidyCaseNumber(caseNumber)
    if (!passes(checkCaseNumber(tidy))) return
    setCaseNumber(tidy)
    void go(PROGRESS_PAGES.casePassword)
  }
  return { caseNumber, setCaseNumber, errors, handleNext }
}
