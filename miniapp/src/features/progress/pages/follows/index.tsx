import { back, go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { Loading } from '../../../../ui/loading'
import { LastCopyNotice, Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { FollowRows } from '../../components/follow-rows'
import { LookUpFailed } from '../../components/look-up-failed'
import { useFollows } from '../../hooks/use-follows'
import { PROGRESS_PAGES } from '../../progress-pages'
import { progressText } from '../../text'

const text = progressText.follows

function SignInFirst() {
  return (
    <>
      <Notice title={text.signIn} />
      <Button onPress={() => void go(PAGES.signIn, { reason: 'sign_in_required' })}>{text.toSignIn}</Button>
    </>
  )
}

function NoFollows() {
  return (
    <>
      <Notice title={text.none}>{text.noneNext}</Notice>
      <Button onPress={() => void go(PROGRESS_PAGES.start)}>{text.start}</Button>
    </>
  )
}

function Content() {
  const { data, asOf, problem, again, isSignedIn } = useFollows()
  if (!isSignedIn) return <SignInFirst />
  if (data === undefined) {
    if (problem) return <LookUpFailed problem={problem} onRetry={again} />
    return <Loading what={progressText.asked.ours} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      {data.items.length === 0 ? <NoFollows /> : <FollowRows items={data.items} />}
    </>
  )
}

export default function FollowsPage() {
  return (
    <Screen title={text.title} own>
      <Content />
    </Screen>
  )
}
