import type { ApiProblem } from '../../../platform/api-problem'
import { leadIn } from '../../../platform/lead-in'
import { Button } from '../../../ui/button'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { RefusalContent } from '../../../ui/outcome-pages'
import { progressText } from '../text'

type WayIn = keyof typeof progressText.wayIn

const isWayIn = (code: string): code is WayIn => code in progressText.wayIn

interface LookUpFailedProps {
  problem: ApiProblem
  onRetry: () => void
}

/** A page that has nothing to show: who turned back from signing in finds the way there again; a department away is a refusal. */
export function LookUpFailed({ problem, onRetry }: LookUpFailedProps) {
  if (isWayIn(problem.code)) {
    return (
      <>
        <Notice title={problem.detail}>{problem.action}</Notice>
        <Button onPress={() => void leadIn(problem)}>{progressText.wayIn[problem.code]}</Button>
      </>
    )
  }
  if (problem.code.startsWith('department_')) return <RefusalContent refusal={problem} onRetry={onRetry} />
  return <ProblemNotice problem={problem} onRetry={onRetry} />
}
