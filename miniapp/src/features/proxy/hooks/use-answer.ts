import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { noteMandate } from './use-mandates'

export interface Answer {
  /** What was answered on this page. */
  answered: 'yes' | 'no' | null
  busy: boolean
  problem: ApiProblem | null
  answer: (accept: boolean) => void
}

/** The person's own word on somebody acting for them. */
export function useAnswer(id: string): Answer {
  const [answered, setAnswered] = useState<Answer['answered']>(null)
  const submit = useSubmit('POST /v1/mandates/:id/answer', (mandate) => {
    noteMandate(mandate)
    setAnswered(mandate.status === 'refused' ? 'no' : 'yes')
  })
  return {
    answered,
    busy: submit.busy,
    problem: submit.problem,
    answer: (accept) => {
      submit.send({ params: { id }, body: { accept } })
    },
  }
}
