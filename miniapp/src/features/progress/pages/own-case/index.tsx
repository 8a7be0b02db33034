import { back, useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Loading } from '../../../../ui/loading'
import { ProblemNotice } from '../../../../ui/notice'
import { RefusalContent } from '../../../../ui/outcome-pages'
import { Screen } from '../../../../ui/screen'
import { CaseProgress } from '../../components/case-progress'
import { LookUpFailed } from '../../components/look-up-failed'
import { useOwnCases } from '../../hooks/use-own-cases'
import { isOwnCases, OWN_CASES, type OwnCases } from '../../own-cases'
import { progressText } from '../../text'

const { gone } = progressText.own

function Content({ of, caseNumber }: { of: OwnCases; caseNumber: string | undefined }) {
  const { data, problem, again } = useOwnCases(of)
  if (data === undefined) {
    if (problem) return <LookUpFailed problem={problem} onRetry={again} />
    return <Loading what={OWN_CASES[of].asked} onRetry={again} onLeave={() => void back()} />
  }
  const progress = data.items.find((item) => item.caseNumber === caseNumber)
  if (!progress) {
    return (
      <RefusalContent refusal={{ title: gone.title, detail: gone.title, action: gone.action, requestId: null }} onRetry={again} />
    )
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <CaseProgress progress={progress} isCopy={problem !== null} />
      <Button kind="secondary" onPress={again}>
        {progressText.case.refresh}
      </Button>
    </>
  )
}

export default function OwnCasePage() {
  const { of, number } = useQuery()
  return (
    <Screen title={progressText.found.title}>
      <Content of={isOwnCases(of) ? of : 'my-cases'} caseNumber={number} />
    </Screen>
  )
}
