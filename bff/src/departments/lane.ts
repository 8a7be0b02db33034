import {
  bulkhead,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhen,
  isBrokenCircuitError,
  isBulkheadRejectedError,
  isTaskCancelledError,
  retry,
  wrap,
} from 'cockatiel'
import { AttemptFailure } from './attempt-failure'
import { departmentBusy, type DepartmentId, departmentTimeout, departmentUnavailable } from './department-names'
import type { CallPolicy } from './policies'

/** The way of one operation to its department: deadline, retries, breaker and places, shared with no other operation. */
export interface Lane {
  readonly policy: CallPolicy
  /** True while the breaker lets no ordinary call through. */
  isBroken(): boolean
  /** Runs `attempt`, perhaps several times; throws a department problem, or what is not an AttemptFailure as it is. */
  run<T>(attempt: (signal: AbortSignal) => Promise<T>): Promise<T>
}

const FIRST_BACKOFF_MS = 100
const LONGEST_BACKOFF_MS = 1_000

export function createLane(department: DepartmentId, policy: CallPolicy): Lane {
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof AttemptFailure),
    { halfOpenAfter: policy.breakerOpenMs, breaker: new ConsecutiveBreaker(policy.breakerFailures) },
  )
  const places = bulkhead(policy.concurrent, policy.queue)
  const tries = retry(
    handleWhen((error) => error instanceof AttemptFailure && mayRepeat(error, policy)),
    {
      maxAttempts: policy.retries,
      backoff: new ExponentialBackoff({
        generator: fullJitterGenerator,
        initialDelay: FIRST_BACKOFF_MS,
        maxDelay: LONGEST_BACKOFF_MS,
      }),
    },
  )
  const way = wrap(tries, breaker, places)
  const closedFor = (): number => Math.max(1, Math.ceil(policy.breakerOpenMs / 1000))

  return {
    policy,
    isBroken: () => breaker.state !== CircuitState.Closed,
    async run(attempt) {
      // One call tests whether the department is back; the others do not wait for it.
      if (breaker.state === CircuitState.HalfOpen) throw departmentUnavailable(department, { retryAfter: closedFor() })
      try {
        return await withDeadline(policy.deadlineMs, (signal) => way.execute(() => attempt(signal), signal))
      } catch (error) {
        if (error instanceof AttemptFailure) throw error.problem
        if (isBulkheadRejectedError(error)) throw departmentBusy(department)
        if (isBrokenCircuitError(error)) throw departmentUnavailable(department, { retryAfter: closedFor() })
        if (error instanceof DeadlinePassed || isTaskCancelledError(error)) throw departmentTimeout(department)
        throw error
      }
    },
  }
}

function mayRepeat(failure: AttemptFailure, policy: CallPolicy): boolean {
  return failure.repeatable === 'always' || (failure.repeatable === 'reads' && policy.read)
}

/** Why a try was broken off. */
export class DeadlinePassed extends Error {
  override readonly name = 'DeadlinePassed'
}

/** Aborts the work at the deadline, and stops waiting for it even if it is still in a queue or between two tries. */
async function withDeadline<T>(ms: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const passed = new DeadlinePassed('the deadline has passed')
      controller.abort(passed)
      // One turn later: a try that is under way fails first and is counted by the breaker before the caller knows.
      setImmediate(reject, passed)
    }, ms)
  })
  try {
    return await Promise.race([work(controller.signal), deadline])
  } finally {
    clearTimeout(timer)
  }
}
