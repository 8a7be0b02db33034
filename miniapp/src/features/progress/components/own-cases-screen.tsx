import { useActing } from '../../../platform/acting'
import { back } from '../../../platform/navigation'
import { Loading } from '../../../ui/loading'
import { LastCopyNotice, ProblemNotice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { useOwnCases } from '../hooks/use-own-cases'
import { OWN_CASES, type OwnCases } from '../own-cases'
import { progressText } from '../text'
import { CaseList } from './case-list'
import { LookUpFailed } from './look-up-failed'

function Content({ of }: { of: OwnCases }) {
  const { data, asOf, problem, again } = useOwnCases(of)
  if (data === undefined) {
    if (problem) return <LookUpFailed problem={problem} onRetry={again} />
    return <Loading what={OWN_CASES[of].asked} onRetry={again} onLeave={() => void back()} />
  }
  return (
    <>
      {problem && <LastCopyNotice asOf={asOf} />}
      {problem && <ProblemNotice problem={problem} onRetry={again} />}
      <CaseList list={data} of={of} />
    </>
  )
}

/** One of the lists of a person's own cases, or of whom they act for; needs the real name. */
export function OwnCasesScreen({ of }: { of: OwnCases }) {
  const acting = useActing()
  const isOthers = acting !== null && of === 'my-cases'
  return (
    <Screen title={isOthers ? progressText.own.of(acting.person) : OWN_CASES[of].title}>
      <Content of={of} />
    </Screen>
  )
}
