import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { useRef, useState } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { finishAt, replace } from '../../../platform/navigation'
import { allowMessage } from '../../../platform/subscribe-message'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { isVisitRefusal } from '../components/visit-refusal'
import { noteSlotsChanged, noteVisit } from './use-visits'

interface Outcome {
  busy: boolean
  /** Shown beside the question: trying the same again may help. */
  problem: ApiProblem | null
  /** Shown in place of the question. */
  refusal: ApiProblem | null
}

function outcomeOf(busy: boolean, refused: ApiProblem | null): Outcome {
  const isRefusal = refused !== null && isVisitRefusal(refused)
  return { busy, problem: isRefusal ? null : refused, refusal: isRefusal ? refused : null }
}

/** Joins the waiting list of a full time. WeChat's leave to tell of a place is asked for by the same tap. */
export function useWait(slotId: string): Outcome & { handleWait: () => Promise<void> } {
  const asking = useRef(false)
  const submit = useSubmit('POST /v1/waiting-entries', async ({ id }) => {
    noteSlotsChanged()
    await replace(APPOINTMENT_PAGES.waiting, { id })
  })
  const { refused } = useErrors(submit.problem)
  return {
    ...outcomeOf(submit.busy, refused),
    handleWait: async () => {
      if (asking.current) return
      asking.current = true
      await allowMessage('visit')
      asking.current = false
      submit.send({ body: { slotId } })
    },
  }
}

/** Takes a held place, or leaves it (and the line) to others. */
export function useOffer({
  id,
}: WaitingEntryDto): Outcome & { hasLeft: boolean; handleAccept: () => void; handleLeave: () => void } {
  const [hasLeft, setLeft] = useState(false)
  const accepting = useSubmit('POST /v1/waiting-entries/:id/acceptance', async (visit) => {
    noteVisit(visit)
    await finishAt(APPOINTMENT_PAGES.booked, { id: visit.id })
  })
  const leaving = useSubmit('DELETE /v1/waiting-entries/:id', () => {
    setLeft(true)
    noteSlotsChanged()
  })
  const { refused } = useErrors(accepting.problem ?? leaving.problem)
  return {
    ...outcomeOf(accepting.busy || leaving.busy, refused),
    hasLeft,
    handleAccept: () => {
      leaving.reset()
      accepting.send({ params: { id } })
    },
    handleLeave: () => {
      accepting.reset()
      leaving.send({ params: { id } })
    },
  }
}
