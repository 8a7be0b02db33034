import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { useEffect } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import { refreshBoard } from './use-live'

export interface VisitStatus {
  setStatus: (visit: BoardVisitDto, to: 'called' | 'serving' | 'done' | 'no_show', window: string | null) => void
  /** By the number, as if it had been read out. */
  checkIn: (visit: BoardVisitDto, office: string) => void
  busy: boolean
  problem: ApiProblem | null
}

/** Moving a visit on. When somebody else was quicker, the newest state is asked for at once. */
export function useVisitStatus(): VisitStatus {
  const status = useSubmit('POST /v1/staff/appointments/:id/status', refreshBoard)
  const checkIn = useSubmit('POST /v1/staff/check-ins', refreshBoard)
  const problem = status.problem ?? checkIn.problem
  useEffect(() => {
    if (problem !== null) void refreshBoard()
  }, [problem])
  return {
    setStatus: ({ id }, to, window) => {
      checkIn.reset()
      status.send({ params: { id }, body: { to, window } })
    },
    checkIn: ({ number }, office) => {
      status.reset()
      checkIn.send({ body: { office, by: 'number', value: number } })
    },
    busy: status.busy || checkIn.busy,
    problem,
  }
}
