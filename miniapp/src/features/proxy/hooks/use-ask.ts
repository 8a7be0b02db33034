import type { ApiProblem } from '../../../platform/api-problem'
import { finishAt } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { scopeOf, useAskFlow, type AskAnswers } from '../ask-flow'
import { PROXY_PAGES } from '../proxy-pages'
import { noteMandate } from './use-mandates'

/** Each opens a page with the next best thing. */
const REFUSALS: readonly ApiProblem['code'][] = ['not_allowed', 'mandate_limit_reached', 'not_found']

export interface Ask extends Pick<FormErrors, 'errors'> {
  answers: AskAnswers
  busy: boolean
  problem: ApiProblem | null
  refusal: ApiProblem | null
  handleSubmit: () => void
  handleMend: () => void
}

/** Asks the person. The answers stay: sent once more, they send the code once more. */
export function useAsk(): Ask {
  const { answers } = useAskFlow()
  const submit = useSubmit('POST /v1/mandates', async (mandate) => {
    noteMandate(mandate)
    await finishAt(PROXY_PAGES.mandate, { id: mandate.id })
  })
  const { errors, refused } = useErrors(submit.problem)
  const isRefusal = refused !== null && REFUSALS.includes(refused.code)
  return {
    answers,
    errors,
    busy: submit.busy,
    problem: isRefusal ? null : refused,
    refusal: isRefusal ? refused : null,
    handleSubmit: () => {
      submit.send({ body: { member: answers.member, scope: scopeOf(answers), days: Number(answers.days) } })
    },
    handleMend: submit.reset,
  }
}
