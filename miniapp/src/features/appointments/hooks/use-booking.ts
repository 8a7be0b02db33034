import type { ApiProblem } from '../../../platform/api-problem'
import { finishAt } from '../../../platform/navigation'
import { useSubmit } from '../../../platform/use-submit'
import { useErrors } from '../../../ui/use-errors'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { isVisitRefusal } from '../components/visit-refusal'
import { useAnswers, type Answers } from './use-answers'
import { noteSlotsChanged, noteVisit } from './use-visits'

export interface Booking {
  answers: Answers
  busy: boolean
  /** Shown beside the answers: trying the same again may help. */
  problem: ApiProblem | null
  /** Shown in place of the answers. */
  refusal: ApiProblem | null
  handleConfirm: () => void
  /** Takes another time in the place of one that was refused: back to the answers, to be checked again. */
  takeOther: (more: Partial<Answers>) => void
}

function outcomeOf(refused: ApiProblem | null): Pick<Booking, 'problem' | 'refusal'> {
  const isRefusal = refused !== null && isVisitRefusal(refused)
  return { problem: isRefusal ? null : refused, refusal: isRefusal ? refused : null }
}

/** Confirms a new visit. The key was made with the choice of the time: however often it is sent, it is one booking. */
export function useBooking(): Booking {
  const { answers, answer, clear } = useAnswers('booking')
  const submit = useSubmit('POST /v1/appointments', async (visit) => {
    noteVisit(visit)
    await finishAt(APPOINTMENT_PAGES.booked, { id: visit.id })
    clear()
  })
  const { refused } = useErrors(submit.problem)
  return {
    answers,
    busy: submit.busy,
    ...outcomeOf(refused),
    handleConfirm: () => {
      submit.send({ body: { slotId: answers.slotId }, ...keyOf(answers) })
    },
    takeOther: (more) => {
      noteSlotsChanged()
      answer(more)
      submit.reset()
    },
  }
}

/** Moves the visit `id` to the time that was chosen. */
export function useMove(id: string): Booking {
  const { answers, answer, clear } = useAnswers('move')
  const submit = useSubmit('POST /v1/appointments/:id/move', async (visit) => {
    noteVisit(visit)
    await finishAt(APPOINTMENT_PAGES.booked, { id: visit.id, moved: '1' })
    clear()
  })
  const { refused } = useErrors(submit.problem)
  return {
    answers,
    busy: submit.busy,
    ...outcomeOf(refused),
    handleConfirm: () => {
      submit.send({ params: { id }, body: { slotId: answers.slotId }, ...keyOf(answers) })
    },
    takeOther: (more) => {
      noteSlotsChanged()
      answer(more)
      submit.reset()
    },
  }
}

const keyOf = ({ key }: Answers): { idempotencyKey?: string } => (key === '' ? {} : { idempotencyKey: key })
