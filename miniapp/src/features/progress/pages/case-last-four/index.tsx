import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useSession } from '../../../../platform/session'
import { errorFor } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { checkLastFour } from '../../checks'
import { SecretQuestion } from '../../components/secret-question'
import { useCaseLookUp } from '../../hooks/use-case-look-up'
import { PROGRESS_PAGES } from '../../progress-pages'
import { progressText } from '../../text'

const text = progressText.caseLastFour

export default function CaseLastFourPage() {
  const session = useSession()
  const lookUp = useCaseLookUp({
    check: checkLastFour,
    inputFor: (caseNumber, lastFour) => ({ by: 'id_last_four', caseNumber, lastFour }),
  })
  // Sent only when it can be answered: signing in comes on top, and this page with its answers stays below.
  const handleSubmit = () => {
    if (session === null) void go(PAGES.signIn, { reason: 'sign_in_required' })
    else lookUp.handleSubmit()
  }
  return (
    <SecretQuestion
      title={text.title}
      why={text.why}
      lookUp={lookUp}
      other={{ title: text.other, page: PROGRESS_PAGES.casePassword }}
      onSubmit={handleSubmit}
    >
      <Field
        name="lastFour"
        kind="resident-id"
        maxLength={4}
        label={text.label}
        hint={text.hint}
        error={errorFor(lookUp.errors, 'lastFour')}
        value={lookUp.secret}
        onChange={(typed) => {
          lookUp.setSecret(typed.toUpperCase())
        }}
        onConfirm={handleSubmit}
      />
    </SecretQuestion>
  )
}
