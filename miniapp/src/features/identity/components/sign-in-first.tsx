import type { ApiProblem } from '../../../platform/api-problem'
import { hasWayIn } from '../../../platform/lead-in'
import { go } from '../../../platform/navigation'
import { PAGES } from '../../../platform/pages'
import { Button } from '../../../ui/button'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { identityText } from '../text'

/** For whoever turned back from signing in: what it is for, and the way there again. */
export function SignInFirst() {
  const { title, detail, button } = identityText.signInFirst
  return (
    <>
      <Notice title={title}>{detail}</Notice>
      <Button onPress={() => void go(PAGES.signIn)}>{button}</Button>
    </>
  )
}

/** A look-up of the person's own things that failed. */
export function OwnLookUpFailed({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  return hasWayIn(problem) ? <SignInFirst /> : <ProblemNotice problem={problem} onRetry={onRetry} />
}
