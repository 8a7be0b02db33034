import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { CaseFacts, CaseNow, CaseSteps } from './case-facts'
import { FollowPanel } from './follow-panel'
import { StaleNotice } from './stale-notice'

interface CaseProgressProps {
  progress: CaseProgressDto
  /** The phone could not ask, so this is what it kept. */
  isCopy: boolean
}

/** How far one case is: result page of every look-up. */
export function CaseProgress({ progress, isCopy }: CaseProgressProps) {
  return (
    <>
      {(progress.stale || isCopy) && <StaleNotice {...progress} />}
      <CaseNow progress={progress} />
      <FollowPanel progress={progress} />
      <CaseFacts progress={progress} />
      <CaseSteps progress={progress} />
    </>
  )
}
