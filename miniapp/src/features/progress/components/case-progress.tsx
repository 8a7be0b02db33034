import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { Text } from '@tarojs/components'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { progressText } from '../text'
import { CaseFacts, CaseNow, CaseSteps } from './case-facts'
import { FollowPanel } from './follow-panel'

interface CaseProgressProps {
  progress: CaseProgressDto
  /** The phone could not ask, so this is what it kept. */
  isCopy: boolean
}

/** When this was true, in large type, so that nobody takes an old answer for today's. */
function StaleBanner({ progress }: { progress: CaseProgressDto }) {
  return (
    <Notice kind="warning" title={progressText.case.stale(progress.department)}>
      <Text className="ov-number">{progressText.case.staleAsOf(formatInstant(progress.asOf))}</Text>
    </Notice>
  )
}

/** How far one case is: result page of every look-up. */
export function CaseProgress({ progress, isCopy }: CaseProgressProps) {
  return (
    <>
      {(progress.stale || isCopy) && <StaleBanner progress={progress} />}
      <CaseNow progress={progress} />
      <FollowPanel progress={progress} />
      <CaseFacts progress={progress} />
      <CaseSteps progress={progress} />
    </>
  )
}
