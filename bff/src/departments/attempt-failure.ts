import type { Problem } from '../platform/errors'

/** One try that failed: what the caller will see when no other try does better, and whether another may be made. */
export class AttemptFailure extends Error {
  override readonly name = 'AttemptFailure'

  constructor(
    readonly problem: Problem,
    /** `never`; `reads`: only when asking twice changes nothing; `always`: the department said that it did nothing. */
    readonly repeatable: 'never' | 'reads' | 'always',
  ) {
    super(problem.code)
  }
}
