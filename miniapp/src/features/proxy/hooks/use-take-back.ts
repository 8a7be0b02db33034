import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { noteRequestsChanged } from './use-requests'

export interface TakeBack {
  isDone: boolean
  busy: boolean
  problem: ApiProblem | null
  /** It is done, or gone: it cannot be taken back any more. */
  isTooLate: boolean
  handleTakeBack: () => void
}

/** Takes the request `id` back; doing it twice is the same. */
export function useTakeBack(id: string): TakeBack {
  const [isDone, setDone] = useState(false)
  const submit = useSubmit('DELETE /v1/help-requests/:id', () => {
    noteRequestsChanged()
    setDone(true)
  })
  const { refused } = useErrors(submit.problem)
  const isTooLate = refused?.code === 'status_changed'
  return {
    isDone,
    busy: submit.busy,
    problem: isTooLate ? null : refused,
    isTooLate,
    handleTakeBack: () => {
      submit.send({ params: { id } })
    },
  }
}
