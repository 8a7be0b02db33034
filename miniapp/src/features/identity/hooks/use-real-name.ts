import type { ApiProblem } from '../../../platform/api-problem'
import { PAGES } from '../../../platform/pages'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { tidyNumber } from '../checks'
import { checkPerson } from '../person-check'
import { finishProof } from '../finish'
import { usePersonDraft, type PersonDraft } from './use-person-draft'

const REFUSALS: readonly ApiProblem['code'][] = [
  'department_timeout',
  'department_unavailable',
  'department_invalid_reply',
  'already_bound',
  'too_many_attempts',
]

export interface RealName extends Pick<FormErrors, 'errors'> {
  draft: PersonDraft
  /** Shown above the form. */
  problem: ApiProblem | null
  /** Shown as a page of its own. */
  refusal: ApiProblem | null
  busy: boolean
  handleSubmit: () => void
  handleMend: () => void
}

/** Real name: what is typed, what came back, and the way back to where it was needed. */
export function useRealName(): RealName {
  const draft = usePersonDraft('real-name')
  const submit = useSubmit('POST /v1/real-name', async (session) => {
    await finishProof(session, [PAGES.realName])
    draft.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleSubmit = () => {
    const person = { name: draft.values.name.trim(), residentId: tidyNumber(draft.values.residentId) }
    if (passes(checkPerson(person))) submit.send({ body: person })
  }
  const hasPage = refused !== null && REFUSALS.includes(refused.code)
  return {
    draft,
    errors,
    problem: hasPage ? null : refused,
    refusal: hasPage ? refused : null,
    busy: submit.busy,
    handleSubmit,
    handleMend: submit.reset,
  }
}
