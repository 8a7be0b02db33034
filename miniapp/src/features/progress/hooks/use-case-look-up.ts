import type { LookUpCaseInput } from '@one-visit/shared/progress/contract'
import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { replace } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { keepLookedUp } from '../looked-up'
import { PROGRESS_PAGES } from '../progress-pages'
import { useCaseNumberDraft } from './use-case-number'

/** Where the page has its own words for a refusal; everything else is shown beside the question. */
const isRefusal = ({ code }: ApiProblem): boolean =>
  code === 'case_not_found' || code === 'too_many_attempts' || code.startsWith('department_')

interface Secret {
  check: (secret: string) => FieldError[]
  inputFor: (caseNumber: string, secret: string) => LookUpCaseInput
}

export interface CaseLookUp {
  caseNumber: string
  secret: string
  setSecret: (secret: string) => void
  errors: readonly FieldError[]
  /** Shown beside the question: trying the same again may help. */
  problem: ApiProblem | null
  /** Shown in place of the question. */
  refusal: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
  /** Back to the question, with everything typed. */
  handleMend: () => void
}

/** The second question of a look-up, and the look-up itself. The secret stays in memory. */
export function useCaseLookUp({ check, inputFor }: Secret): CaseLookUp {
  const { caseNumber, clear } = useCaseNumberDraft()
  const [secret, setSecret] = useState('')
  const submit = useSubmit('POST /v1/case-look-ups', async (progress) => {
    keepLookedUp(progress)
    clear()
    await replace(PROGRESS_PAGES.caseFound, { number: progress.caseNumber })
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    if (passes(check(secret))) submit.send({ body: inputFor(caseNumber, secret) })
  }
  return {
    caseNumber,
    secret,
    setSecret,
    errors,
    problem: refused !== null && !isRefusal(refused) ? refused : null,
    refusal: refused !== null && isRefusal(refused) ? refused : null,
    busy: submit.busy,
    handleSubmit,
    handleMend: submit.reset,
  }
}
