import type { StaffSessionDto } from '@one-visit/shared/staff/contract'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useStaffSession } from '../../../../platform/staff-session'
import { Button } from '../../../../ui/button'
import { SummaryList } from '../../../../ui/lists'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { SessionWarning } from '../../../../ui/session-warning'
import { useStaffSessionActions, useStaffSessionEnd } from '../../hooks/use-staff-home'
import { staffText } from '../../text'

const text = staffText.home

const goToSignIn = () => void go(PAGES.staffSignIn)

function SignedIn({ session }: { session: StaffSessionDto }) {
  const end = useStaffSessionEnd(session)
  const { renewal, signOut } = useStaffSessionActions()
  const handleContinue = () => {
    renewal.send({})
  }
  const handleSignOut = () => {
    signOut.send({})
  }
  return (
    <>
      {end && <SessionWarning end={end} onContinue={handleContinue} onSignIn={goToSignIn} />}
      {renewal.problem && <ProblemNotice problem={renewal.problem} onRetry={handleContinue} />}
      {signOut.problem && <ProblemNotice problem={signOut.problem} onRetry={handleSignOut} />}
      <SummaryList
        label={text.who}
        rows={[
          { label: text.name, value: session.name },
          { label: text.role, value: text.roleOf(session.role) },
          { label: text.office, value: session.office ?? text.noOffice },
        ]}
      />
      <Button kind="secondary" onPress={handleSignOut} busy={signOut.busy}>
        {text.signOut}
      </Button>
    </>
  )
}

export default function StaffHomePage() {
  const session = useStaffSession()
  return (
    <Screen title={text.title}>
      {session === null ? (
        <>
          <Notice title={text.signedOut} />
          <Button onPress={goToSignIn}>{staffText.signIn.submit}</Button>
        </>
      ) : (
        <SignedIn session={session} />
      )}
    </Screen>
  )
}
