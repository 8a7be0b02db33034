import { back } from '../../../platform/navigation'
import { Loading } from '../../../ui/loading'
import { LastCopyNotice, ProblemNotice } from '../../../ui/notice'
import { Screen } from '../../../ui/screen'
import { useOwnCases } from '../hooks/use-own-cases'
import { OWN_CASES, type OwnCases } from '../own-cases'
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

/** One of the lists of a person's own cases; needs the real name. */
export function OwnCasesScreen({ of }: { of: OwnCases }) {
  return (
    <Screen title={OWN_CASES[of].title}>
      <Content of={of} />
    </Screen>
  )
}
