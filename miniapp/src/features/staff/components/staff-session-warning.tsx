import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { go } from '../../../platform/navigation'
import { ProblemNotice } from '../../../ui/notice'
import { SessionWarning } from '../../../ui/session-warning'
import { useStaffSessionEnd, useStaffSessionRenewal } from '../hooks/use-staff-home'
import { STAFF_PAGES } from '../staff-pages'

/** On every page of staff: half an hour passes quickly at a counter. */
export function StaffSessionWarning({ session }: { session: StaffSessionDto }) {
  const end = useStaffSessionEnd(session)
  const renewal = useStaffSessionRenewal()
  const handleContinue = () => {
    renewal.send({})
  }
  return (
    <>
      {end && <SessionWarning end={end} onContinue={handleContinue} onSignIn={() => void go(STAFF_PAGES.signIn)} />}
      {renewal.problem && <ProblemNotice problem={renewal.problem} onRetry={handleContinue} />}
    </>
  )
}
