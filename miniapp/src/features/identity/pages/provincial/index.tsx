import { replace, useQuery } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { Button, TextButton } from '../../../../ui/button'
import { ErrorSummary, errorFor } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { SlowNotice } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useProvincialSignIn } from '../../hooks/use-provincial-sign-in'
import { accountText } from '../../account-text'
import { identityText } from '../../text'

const text = accountText.provincial

export default function ProvincialSignInPage() {
  const { code: given } = useQuery()
  const { code, setCode, errors, refused, busy, working, handleSubmit } = useProvincialSignIn(given)
  if (working) {
    return (
      <Screen title={text.title}>
        <Notice title={text.working} announce />
        {busy && <SlowNotice what={text.asked} />}
      </Screen>
    )
  }
  const { label, hint } = identityText.field.provincialCode
  return (
    <Screen title={text.title}>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <Notice title={text.why} />
      <Field
        name="code"
        label={label}
        hint={hint}
        maxLength={256}
        error={errorFor(errors, 'code')}
        value={code}
        onChange={setCode}
      />
      <Button onPress={handleSubmit} busy={busy}>
        {text.submit}
      </Button>
      {busy && <SlowNotice what={text.asked} />}
      <TextButton role="link" onPress={() => void replace(PAGES.signIn)}>
        {text.otherWay}
      </TextButton>
    </Screen>
  )
}
