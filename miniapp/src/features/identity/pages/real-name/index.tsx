import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SlowNotice } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { RefusalPage } from '../../../../ui/outcome-pages'
import { PersonFields } from '../../../../ui/person-fields'
import { Screen } from '../../../../ui/screen'
import { useRealName } from '../../hooks/use-real-name'
import { accountText } from '../../account-text'
import { identityText } from '../../text'

const text = accountText.realName

export default function RealNamePage() {
  const { draft, errors, problem, refusal, busy, handleSubmit, handleMend } = useRealName()
  if (refusal) {
    return (
      <RefusalPage refusal={refusal} {...(refusal.code.startsWith('department_') ? { onRetry: handleSubmit } : {})}>
        <Notice title={text.counter} />
        {refusal.code === 'already_bound' && <Button onPress={() => void go(PAGES.signIn)}>{text.otherAccount}</Button>}
        <Button kind="secondary" onPress={handleMend}>
          {text.mend}
        </Button>
      </RefusalPage>
    )
  }
  return (
    <Screen title={text.title}>
      <ErrorSummary errors={errors} />
      {problem && <ProblemNotice problem={problem} />}
      <Notice title={text.why} />
      <PersonFields text={identityText.field} values={draft.values} errors={errors} onChange={draft.set} own />
      <Button onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      {busy && <SlowNotice what={text.asked} />}
    </Screen>
  )
}
