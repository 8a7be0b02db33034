import type { ReactNode } from 'react'
import type { ApiProblem } from '../../../platform/api-problem'
import { leadIn } from '../../../platform/lead-in'
import { back } from '../../../platform/navigation'
import type { LookUp } from '../../../platform/use-look-up'
import { Button } from '../../../ui/button'
import { Loading } from '../../../ui/loading'
import { LastCopyNotice, Notice, ProblemNotice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { bookingText } from '../text'

type WayIn = keyof typeof bookingText.wayIn

const isWayIn = (code: string): code is WayIn => code in bookingText.wayIn

/** Nothing to show: who turned back from signing in finds the way there again. */
function LookUpFailed({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  if (isWayIn(problem.code)) {
    return (
      <>
        <Notice title={problem.detail}>{problem.action}</Notice>
        <Button onPress={() => void leadIn(problem)}>{bookingText.wayIn[problem.code]}</Button>
      </>
    )
  }
  if (problem.code.startsWith('department_')) return <RefusalContent refusal={problem} onRetry={onRetry} />
  return <ProblemNotice problem={problem} onRetry={onRetry} />
}

interface SettledProps<T> {
  lookUp: LookUp<T>
  /** Who is asked; said when it is slow. */
  what?: string
  /** In place of what the BFF says when there is no such thing. */
  gone?: ReactNode
  children: (data: T) => ReactNode
}

/** The BFF's answers for a thing that is no more, and for a link that was cut. */
const GONE: readonly string[] = ['not_found', 'invalid_input']

/** Settles failure and loading, then shows complete data; an old answer says of when it is. */
export function Settled<T>({ lookUp, what = bookingText.asked.ours, gone, children }: SettledProps<T>) {
  const { data, asOf, problem, again } = lookUp
  if (problem !== null && gone !== undefined && GONE.includes(problem.code)) return gone
  if (data === undefined) {
    if (problem) return <LookUpFailed problem={problem} onRetry={again} />
    return <Loading what={what} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {children(data)}
    </>
  )
}
