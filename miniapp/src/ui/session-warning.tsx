import { go } from '../platform/navigation'
import { PAGES } from '../platform/pages'
import { updateSession } from '../platform/session'
import { useSessionEnd, type SessionEnd } from '../platform/session-end'
import { useSubmit } from '../platform/use-submit'
import { TextButton } from './button'
import { Notice, ProblemNotice } from './notice'
import { uiText } from './text'
import { formatInstant } from './when'

interface SessionWarningProps {
  end: SessionEnd
  onContinue: () => void
  onSignIn: () => void
}

/** Nothing expires without a warning and a way to continue. */
export function SessionWarning({ end, onContinue, onSignIn }: SessionWarningProps) {
  const when = formatInstant(end.at)
  return (
    <Notice kind="warning" title={end.canContinue ? uiText.sessionEnds(when) : uiText.sessionEndsForGood(when)} announce>
      {end.canContinue ? (
        <TextButton onPress={onContinue}>{uiText.sessionContinue}</TextButton>
      ) : (
        <TextButton onPress={onSignIn}>{uiText.sessionAnew}</TextButton>
      )}
    </Notice>
  )
}

/** The warning for the resident who is signed in, on every page. */
export function ResidentSessionWarning() {
  const end = useSessionEnd()
  const renewal = useSubmit('POST /v1/session/renewal', updateSession)
  if (end === null) return null
  const handleContinue = () => {
    renewal.send({})
  }
  return (
    <>
      <SessionWarning end={end} onContinue={handleContinue} onSignIn={() => void go(PAGES.signIn)} />
      {renewal.problem && <ProblemNotice problem={renewal.problem} onRetry={handleContinue} />}
    </>
  )
}
