import { useCallback } from 'react'
import { useDraft } from '../../../platform/drafts'

const EMPTY = {
  itemGroup: '',
  office: '',
  date: '',
  slotId: '',
  startsAt: '',
  endsAt: '',
  /** Made with the choice of a time and sent with it, so that one choice is one booking, whatever happens in between. */
  key: '',
  /** `self` once the person has said for whom. */
  who: '',
  /** The visit that is moved. */
  visit: '',
}

export type Answers = Readonly<typeof EMPTY>

/** What a new answer to an earlier question undoes. */
export const NO_SLOT = { slotId: '', startsAt: '', endsAt: '', key: '' } as const
export const NO_DAY = { date: '', ...NO_SLOT } as const
export const NO_OFFICE = { office: '', ...NO_DAY } as const

export interface AnswersDraft {
  answers: Answers
  answer: (more: Partial<Answers>) => void
  clear: () => void
}

/** The answers so far, over the pages of a booking or of a move; kept over signing in, a dead network and closing the app. */
export function useAnswers(of: 'booking' | 'move'): AnswersDraft {
  const { values, set, clear } = useDraft(of, EMPTY)
  const answer = useCallback(
    (more: Partial<Answers>) => {
      for (const [name, value] of Object.entries(more)) set(name as keyof Answers, value)
    },
    [set],
  )
  return { answers: values, answer, clear }
}
