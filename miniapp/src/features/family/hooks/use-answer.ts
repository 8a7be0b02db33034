import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { noteFamily, noteFamilyChanged } from './use-family'

export interface Answer {
  /** What was answered last on this page. */
  answered: 'yes' | 'no' | null
  busy: boolean
  problem: ApiProblem | null
  answer: (id: string, accept: boolean) => void
}

/** The person's own word on being shown on somebody else's account. */
export function useAnswer(): Answer {
  const [answered, setAnswered] = useState<Answer['answered']>(null)
  const [last, setLast] = useState<'yes' | 'no'>('no')
  const submit = useSubmit('POST /v1/family/:id/answer', (family) => {
    noteFamily(family)
    noteFamilyChanged()
    setAnswered(last)
  })
  return {
    answered,
    busy: submit.busy,
    problem: submit.problem,
    answer: (id, accept) => {
      setAnswered(null)
      setLast(accept ? 'yes' : 'no')
      submit.send({ params: { id }, body: { accept } })
    },
  }
}
