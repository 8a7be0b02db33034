import type { AccountDto } from '@one-visit/shared/identity/contract'
import { Text } from '@tarojs/components'
import { useSession } from '../../../../platform/session'
import { Button } from '../../../../ui/button'
import { ErrorSummary } from '../../../../ui/error-summary'
import { SlowNotice } from '../../../../ui/loading'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { PersonFields } from '../../../../ui/person-fields'
import { Screen } from '../../../../ui/screen'
import { CodeForm } from '../../components/code-form'
import { SignInFirst } from '../../components/sign-in-first'
import { useStepUp, type StepUp } from '../../hooks/use-step-up'
import { accountText } from '../../account-text'
import { identityText } from '../../text'

const text = accountText.stepUp

function ByPhone({ phone, stepUp }: { phone: string; stepUp: StepUp }) {
  const { againAt, sending, code, setCode, errors, refused, busy, handleCode } = stepUp
  const onSend = () => {
    sending.send({})
  }
  return (
    <>
      <Text>{text.smsTo(phone)}</Text>
      <CodeForm
        {...{ phone, againAt, code, errors, refused, busy }}
        sending={{ busy: sending.busy, problem: sending.problem, onSend }}
        onCode={setCode}
        submit={text.submit}
        onSubmit={handleCode}
      />
    </>
  )
}

function ByName({ stepUp }: { stepUp: StepUp }) {
  const { draft, errors, refused, busy, handlePerson } = stepUp
  return (
    <>
      <ErrorSummary errors={errors} />
      {refused && <ProblemNotice problem={refused} />}
      <Text>{text.byName}</Text>
      <PersonFields text={identityText.field} values={draft.values} errors={errors} onChange={draft.set} own />
      <Button onPress={handlePerson} busy={busy}>
        {text.submit}
      </Button>
      {busy && <SlowNotice what={accountText.realName.asked} />}
    </>
  )
}

function Content({ account, stepUp }: { account: AccountDto; stepUp: StepUp }) {
  return (
    <>
      <Notice title={text.why}>{identityText.leadBack}</Notice>
      {account.phone === null ? <ByName stepUp={stepUp} /> : <ByPhone phone={account.phone} stepUp={stepUp} />}
    </>
  )
}

export default function StepUpPage() {
  const session = useSession()
  const stepUp = useStepUp()
  return (
    <Screen title={text.title}>
      {session === null ? <SignInFirst /> : <Content account={session.account} stepUp={stepUp} />}
    </Screen>
  )
}
