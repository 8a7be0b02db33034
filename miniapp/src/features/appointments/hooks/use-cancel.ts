import { useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { noteVisit } from './use-visits'

export interface Cancel {
  isDone: boolean
  busy: boolean
  problem: ApiProblem | null
  /** It cannot be cancelled any more. */
  refusal: ApiProblem | null
  handleCancel: () => void
}

/** Cancels the visit `id`; doing it twice is the same cancellation. */
export function useCancel(id: string): Cancel {
  const [isDone, setDone] = useState(false)
  const submit = useSubmit('POST /v1/appointments/:id/cancellation', (visit) => {
    noteVisit(visit)
    setDone(true)
  })
  const { refused } = useErrors(submit.problem)
  const isRefusal = refused?.code === 'appointment_not_changeable'
  return {
    isDone,
    busy: submit.busy,
    problem: isRefusal ? null : refused,
    refusal: isRefusal ? refused : null,
    handleCancel: () => {
      submit.send({ params: { id } })
    },
  }
}
