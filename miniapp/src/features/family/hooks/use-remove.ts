import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { forgetHealthCode, noteFamilyChanged } from './use-family'

export interface Remove {
  isDone: boolean
  busy: boolean
  problem: ApiProblem | null
  handleRemove: () => void
}

/** Ends an entry from either side. One that is gone already is as good as removed. */
export function useRemove(id: string): Remove {
  const [isDone, setDone] = useState(false)
  const finish = () => {
    forgetHealthCode(id)
    noteFamilyChanged()
    setDone(true)
  }
  const submit = useSubmit('DELETE /v1/family/:id', finish)
  const isGone = submit.problem?.code === 'not_found'
  return {
    isDone: isDone || isGone,
    busy: submit.busy,
    problem: isGone ? null : submit.problem,
    handleRemove: () => {
      submit.send({ params: { id } })
    },
  }
}
