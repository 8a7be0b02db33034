import { useDraft } from './drafts'
import { go, replace, returnTo, useQuery } from './navigation'

type Answers = Record<string, string>

/** A question of a flow; `page` is its address. Whether it is asked, and whether it is answered, depends on the answers to all. */
export interface Step<T extends Answers> {
  page: string
  isNeeded: (answers: T) => boolean
  isAnswered: (answers: T) => boolean
}

export interface FlowPlan<T extends Answers> {
  /** Names the draft. */
  name: string
  /** About whoever holds the phone, also while they act for somebody. */
  own?: boolean
  empty: T
  steps: readonly Step<T>[]
  check: string
}

export interface Flow<T extends Answers> {
  answers: T
  answer: (more: Partial<T>) => void
  clear: () => void
  /** Keeps what was answered on `page` and goes on: to the next question, or back to where the answers are checked. */
  proceed: (page: string, more: Partial<T>) => Promise<void>
}

/** The first question that still has no answer; null when all are answered. */
export function findMissing<T extends Answers>({ steps }: FlowPlan<T>, answers: T): string | null {
  return steps.find(({ isNeeded, isAnswered }) => isNeeded(answers) && !isAnswered(answers))?.page ?? null
}

function nextOf<T extends Answers>({ steps, check }: FlowPlan<T>, answers: T, page: string): string {
  const at = steps.findIndex((step) => step.page === page)
  return steps.slice(at + 1).find(({ isNeeded }) => isNeeded(answers))?.page ?? check
}

/** Questions one to a page, answers kept, checked at the end. `?change=1`: the page was opened from there. */
export function useFlow<T extends Answers>(plan: FlowPlan<T>): Flow<T> {
  const draft = useDraft(plan.name, plan.empty, { own: plan.own ?? false })
  const isChange = useQuery()['change'] !== undefined
  const answer = (more: Partial<T>) => {
    for (const [name, value] of Object.entries(more)) draft.set(name, value as T[string])
  }
  return {
    answers: draft.values,
    answer,
    clear: draft.clear,
    proceed: async (page, more) => {
      answer(more)
      const answers = { ...draft.values, ...more }
      if (!isChange) return go(nextOf(plan, answers, page))
      const missing = findMissing(plan, answers)
      await (missing === null ? returnTo(plan.check) : replace(missing, { change: '1' }))
    },
  }
}
