import { back, go, useQuery } from '../../../../platform/navigation'
import { useLookUp } from '../../../../platform/use-look-up'
import { Button } from '../../../../ui/button'
import { Loading } from '../../../../ui/loading'
import { ProblemNotice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { CaseProgress } from '../../components/case-progress'
import { LookUpFailed } from '../../components/look-up-failed'
import { PROGRESS_PAGES } from '../../progress-pages'
import { progressText } from '../../text'

const text = progressText.followed
/** The BFF's answers for a follow that is no more, and for a link that was cut. */
const GONE: readonly string[] = ['not_found', 'case_not_found', 'invalid_input']

function Gone() {
  return (
    <RefusalContent refusal={{ title: text.gone.title, detail: text.gone.title, action: text.gone.action, requestId: null }}>
      <Button onPress={() => void go(PROGRESS_PAGES.follows)}>{text.list}</Button>
    </RefusalContent>
  )
}

function Content({ id }: { id: string }) {
  const { data, problem, again } = useLookUp('GET /v1/follows/:id', { params: { id } }, { keepCopy: true })
  if (data === undefined) {
    if (problem) return GONE.includes(problem.code) ? <Gone /> : <LookUpFailed problem={problem} onRetry={again} />
    return <Loading what={progressText.asked.every} onRetry={again} onLeave={() => void back()} />
  }
  // Stopped just now: the page stays for undoing, though the BFF no longer knows the follow.
  const failed = problem !== null && !GONE.includes(problem.code)
  return (
    <>
      {failed && <ProblemNotice problem={problem} />}
      <CaseProgress progress={data} isCopy={failed} />
      <Button kind="secondary" onPress={again}>
        {progressText.case.refresh}
      </Button>
    </>
  )
}

export default function FollowedPage() {
  const { id } = useQuery()
  return (
    <Screen title={progressText.found.title} own>
      {id === undefined ? <Gone /> : <Content id={id} />}
    </Screen>
  )
}
