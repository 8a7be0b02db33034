import { errorFor } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { checkPassword } from '../../checks'
import { SecretQuestion } from '../../components/secret-question'
import { useCaseLookUp } from '../../hooks/use-case-look-up'
import { PROGRESS_PAGES } from '../../progress-pages'
import { progressText } from '../../text'

const text = progressText.casePassword

export default function CasePasswordPage() {
  const lookUp = useCaseLookUp({
    check: checkPassword,
    inputFor: (caseNumber, password) => ({ by: 'password', caseNumber, password }),
  })
  return (
    <SecretQuestion
      title={text.title}
      why={text.why}
      lookUp={lookUp}
      other={{ title: text.other, page: PROGRESS_PAGES.caseLastFour }}
      onSubmit={lookUp.handleSubmit}
    >
      <Field
        name="password"
        kind="password"
        label={text.label}
        hint={text.hint}
        error={errorFor(lookUp.errors, 'password')}
        value={lookUp.secret}
        onChange={lookUp.setSecret}
        onConfirm={lookUp.handleSubmit}
      />
    </SecretQuestion>
  )
}
