import { parseLocalDate } from '@one-visit/shared/kernel/local-date'
import type { ApiProblem } from '../../../platform/api-problem'
import type { CallOptions } from '../../../platform/api'
import { finishAt } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors, type FormErrors } from '../../../ui/use-errors'
import { PROXY_PAGES } from '../proxy-pages'
import { readPart, readTopic, readWay, useRequestFlow, type RequestAnswers } from '../request-flow'
import { noteRequest } from './use-requests'

const OPEN = 'POST /v1/help-requests'

/** Each opens a page with the next best thing. */
const REFUSALS: readonly ApiProblem['code'][] = ['request_limit_reached', 'not_found', 'not_allowed']

/** Null while something is missing. */
function inputOf(answers: RequestAnswers): CallOptions<typeof OPEN> | null {
  const { who, office, address, phone, key, words } = answers
  const topic = readTopic(answers.topic)
  const way = readWay(answers.way)
  const date = parseLocalDate(answers.date)
  if (topic === null || way === null || date === null) return null
  return {
    body: {
      ...{ topic, way, date, office, phone, words: words.trim(), part: readPart(answers.part) },
      member: who === 'self' ? null : who,
      address: way === 'home' ? address.trim() : null,
    },
    ...(key === '' ? {} : { idempotencyKey: key }),
  }
}

export interface OpenRequest extends Pick<FormErrors, 'errors'> {
  answers: RequestAnswers
  busy: boolean
  /** Shown beside the answers: trying the same again may help. */
  problem: ApiProblem | null
  /** Shown in place of the answers. */
  refusal: ApiProblem | null
  handleSubmit: () => void
  handleMend: () => void
}

/** Sends the answers: however often, it is one request. */
export function useOpenRequest(): OpenRequest {
  const { answers, clear } = useRequestFlow()
  const submit = useSubmit(OPEN, async (request) => {
    noteRequest(request)
    await finishAt(PROXY_PAGES.asked, { id: request.id })
    clear()
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
      const input = inputOf(answers)
      if (input !== null) submit.send(input)
    },
    handleMend: submit.reset,
  }
}
