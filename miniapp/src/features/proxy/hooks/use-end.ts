import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { noteMandatesChanged } from './use-mandates'

export interface End {
  isDone: boolean
  busy: boolean
  problem: ApiProblem | null
  handleEnd: () => void
}

/** Ends a mandate from either side. One that is gone already is as good as ended. */
export function useEnd(id: string): End {
  const [isDone, setDone] = useState(false)
  const submit = useSubmit('DELETE /v1/mandates/:id', () => {
    noteMandatesChanged()
    setDone(true)
  })
  const isGone = submit.problem?.code === 'not_found'
  return {
    isDone: isDone || isGone,
    busy: submit.busy,
    problem: isGone ? null : submit.problem,
    handleEnd: () => {
      submit.send({ params: { id } })
    },
  }
}
