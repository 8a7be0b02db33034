import { useQuery } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { ErrorSummary, errorFor } from '../../../../ui/error-summary'
import { Field } from '../../../../ui/field'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useStaffSignIn, type StaffSignIn } from '../../hooks/use-staff-sign-in'
import { staffText } from '../../text'

const text = staffText.signIn

function Fields({ form }: { form: StaffSignIn }) {
  const { username, setUsername, password, setPassword, totp, setTotp, errors } = form
  return (
    <>
      <Field
        name="username"
        label={text.username.label}
        maxLength={60}
        error={errorFor(errors, 'username')}
        value={username}
        onChange={setUsername}
      />
      <Field
        name="password"
        label={text.password.label}
        kind="password"
        maxLength={200}
        error={errorFor(errors, 'password')}
        value={password}
        onChange={setPassword}
      />
      <Field
        name="totp"
        label={text.totp.label}
        hint={text.totp.hint}
        kind="code"
        maxLength={7}
        error={errorFor(errors, 'totp')}
        value={totp}
        onChange={setTotp}
        onConfirm={form.handleSubmit}
      />
    </>
  )
}

export default function StaffSignInPage() {
  const { reason } = useQuery()
  const form = useStaffSignIn()
  return (
    <Screen title={text.title}>
      {reason === 'session_expired' && <Notice title={text.expired} />}
      <ErrorSummary errors={form.errors} />
      {form.refused && <ProblemNotice problem={form.refused} />}
      <Fields form={form} />
      <Button onPress={form.handleSubmit} busy={form.busy}>
        {text.submit}
      </Button>
    </Screen>
  )
}
