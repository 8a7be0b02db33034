import type { CrossProvinceItemDto } from '@one-visit/shared/cross-province/contract'
import type { ApiProblem } from '../../../platform/api-problem'
import { finishAt } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { useApplicationFlow, type ApplicationFlow, type Question } from '../application-flow'
import { ACROSS_PAGES } from '../cross-province-pages'
import { acrossText } from '../text'
import { noteApplication } from './use-applications'

/** Each opens a page with the next best thing. */
const REFUSALS: readonly ApiProblem['code'][] = [
  'already_applied',
  'too_many_requests',
  'not_found',
  'mandate_scope',
  'not_allowed',
]

/** The name of the tick on the page, and of the field of the BFF. */
export const DECLARED = 'declared'

export interface Apply {
  flow: ApplicationFlow
  errors: readonly FieldError[]
  busy: boolean
  /** Shown beside the answers: trying the same again may help. */
  problem: ApiProblem | null
  /** Shown in place of the answers. */
  refusal: ApiProblem | null
  handleSubmit: () => void
  handleMend: () => void
}

/** The question that a field of the BFF belongs to, `answers.bank`; undefined when it is none of them. */
export function questionOf({ form }: CrossProvinceItemDto, path: string): Question | undefined {
  return form?.questions.find(({ id }) => path === `answers.${id}`)
}

/** Sends the answers: however often, it is one application. */
export function useApply(data: CrossProvinceItemDto): Apply {
  const flow = useApplicationFlow(data)
  const submit = useSubmit('POST /v1/cross-province-applications', async (application) => {
    noteApplication(application)
    await finishAt(ACROSS_PAGES.application, { id: application.id })
    flow.clear()
  })
  const { errors, refused, passes } = useErrors(submit.problem)
  const isRefusal = refused !== null && REFUSALS.includes(refused.code)
  return {
    ...{ flow, errors },
    busy: submit.busy,
    problem: isRefusal ? null : refused,
    refusal: isRefusal ? refused : null,
    handleSubmit: () => {
      if (!passes(flow.isDeclared ? [] : [{ name: DECLARED, message: acrossText.check.undeclared }])) return
      const { item, region, side } = data
      submit.send({
        body: { item: item.id, region: region.id, side, answers: flow.sent(), declared: true },
        idempotencyKey: flow.key,
      })
    },
    handleMend: submit.reset,
  }
}
