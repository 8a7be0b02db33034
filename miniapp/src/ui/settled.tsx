import type { ReactNode } from 'react'
import type { ApiProblem } from '../platform/api-problem'
import { leadIn } from '../platform/lead-in'
import { back, go } from '../platform/navigation'
import { PAGES } from '../platform/pages'
import type { LookUp } from '../platform/use-look-up'
import { Button } from './button'
import { Loading } from './loading'
import { LastCopyNotice, Notice, ProblemNotice } from './notice'
import { RefusalContent } from './outcome-pages'
import { uiText } from './text'

type WayIn = keyof typeof uiText.wayIn

const isWayIn = (code: string): code is WayIn => code in uiText.wayIn

/** For what belongs to one person, while nobody is signed in. */
export function SignInNeeded({ why }: { why: string }) {
  return (
    <>
      <Notice title={why} />
      <Button onPress={() => void go(PAGES.signIn, { reason: 'sign_in_required' })}>{uiText.wayIn.sign_in_required}</Button>
    </>
  )
}

/** Something was refused or failed: who turned back from signing in or confirming finds the way there again. */
export function Failure({ problem, onRetry }: { problem: ApiProblem; onRetry?: () => void }) {
  const retry = onRetry === undefined ? {} : { onRetry }
  if (isWayIn(problem.code)) {
    return (
      <>
        <Notice title={problem.detail}>{problem.action}</Notice>
        <Button onPress={() => void leadIn(problem)}>{uiText.wayIn[problem.code]}</Button>
      </>
    )
  }
  if (problem.code.startsWith('department_')) return <RefusalContent refusal={problem} {...retry} />
  return <ProblemNotice problem={problem} {...retry} />
}

interface SettledProps<T> {
  lookUp: LookUp<T>
  /** Who is asked; said when it is slow. */
  what: string
  /** In place of what the BFF says when there is no such thing. */
  gone?: ReactNode
  /** False: the content itself says how old it is, and what went wrong. */
  withNotices?: boolean
  children: (data: T) => ReactNode
}

/** The BFF's answers for a thing that is no more, and for a link that was cut. */
const GONE: readonly string[] = ['not_found', 'invalid_input']

/** Settles failure and loading, then shows complete data; an old answer says of when it is. */
export function Settled<T>({ lookUp, what, gone, withNotices = true, children }: SettledProps<T>) {
  const { data, asOf, problem, again } = lookUp
  if (problem !== null && gone !== undefined && GONE.includes(problem.code)) return gone
  if (data === undefined) {
    if (problem) return <Failure problem={problem} onRetry={again} />
    return <Loading what={what} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {withNotices && problem && <LastCopyNotice asOf={asOf} />}
      {withNotices && problem && <Failure problem={problem} onRetry={again} />}
      {children(data)}
    </>
  )
}
