import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import type { ApiProblem } from '../../../platform/api-problem'
import { useSubmit } from '../../../platform/use-submit'
import type { FieldError } from '../../../ui/error-summary'
import { useErrors } from '../../../ui/use-errors'
import { checkWindow } from '../components/window-field'
import { isCalled } from '../visit-words'
import { refreshBoard } from './use-live'
import { useWindow } from './use-window'

/** The visits of an item group as a window sees them, each part in the order they are served. */
export interface Queue {
  /** Called to this window, or served there. */
  mine: readonly BoardVisitDto[]
  /** Called to another window, not begun yet. */
  elsewhere: readonly BoardVisitDto[]
  waiting: readonly BoardVisitDto[]
}

export function splitQueue(visits: readonly BoardVisitDto[], window: string): Queue {
  const isHere = (visit: BoardVisitDto) => visit.window === window && (isCalled(visit) || visit.status === 'serving')
  return {
    mine: visits.filter(isHere),
    elsewhere: visits.filter((visit) => isCalled(visit) && visit.window !== window),
    waiting: visits.filter((visit) => visit.status === 'checked_in' && !isCalled(visit)),
  }
}

interface CallNext {
  errors: readonly FieldError[]
  refused: ApiProblem | null
  busy: boolean
  handleCall: () => void
}

/** Calling whoever is next; who that is, the BFF decides. */
export function useCallNext(office: string, itemGroup: string): CallNext {
  const { window } = useWindow()
  const submit = useSubmit('POST /v1/staff/calls', refreshBoard)
  const { errors, refused, passes } = useErrors(submit.problem)
  const handleCall = () => {
    if (passes(checkWindow(window))) submit.send({ body: { office, itemGroup, window: window.trim() } })
  }
  return { errors, refused, busy: submit.busy, handleCall }
}
