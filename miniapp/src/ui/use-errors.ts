import { useState } from 'react'
import type { ApiProblem } from '../platform/api-problem'
import { hasWayIn } from '../platform/lead-in'
import { fieldErrors, type FieldError } from './error-summary'

export interface FormErrors {
  /** Mistakes in fields, found here or by the BFF, whichever the last try met. */
  errors: readonly FieldError[]
  /** What no field can mend and no other page answers; null when there is nothing of the kind. */
  refused: ApiProblem | null
  /** Notes what a check found before sending. True when there is nothing to mend. */
  passes: (found: readonly FieldError[]) => boolean
}

/** The errors of a form that is checked here first and then sent. `problem`: of the last send. */
export function useErrors(problem: ApiProblem | null): FormErrors {
  const [found, setFound] = useState<readonly FieldError[]>([])
  const sent = fieldErrors(problem)
  const refused = found.length > 0 || sent.length > 0 || problem === null || hasWayIn(problem) ? null : problem
  return {
    errors: found.length > 0 ? found : sent,
    refused,
    passes: (next) => {
      setFound(next)
      return next.length === 0
    },
  }
}
