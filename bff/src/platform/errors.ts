import { type FieldProblem, PROBLEMS, type ProblemCode } from '@one-visit/shared/kernel/problem'

export interface ProblemOptions {
  /** A more exact sentence in plain Chinese, in place of the code's title. */
  readonly detail?: string | undefined
  readonly fields?: readonly FieldProblem[] | undefined
  /** Seconds. */
  readonly retryAfter?: number | undefined
  readonly cause?: unknown
}

/** A refusal or failure that a caller may see, from the closed list in shared/kernel/problem. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly detail: string | undefined
  readonly fields: readonly FieldProblem[] | undefined
  readonly retryAfter: number | undefined

  constructor(
    readonly code: ProblemCode,
    options: ProblemOptions = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.detail = options.detail
    this.fields = options.fields
    this.retryAfter = options.retryAfter
  }

  get status(): number {
    return PROBLEMS[this.code].status
  }
}

/** `throw problem('slot_full')`. */
export function problem(code: ProblemCode, options: ProblemOptions = {}): Problem {
  return new Problem(code, options)
}
