import { maskPhone } from '@one-visit/shared/identity/rules'
import { back, replace } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Button, TextButton } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { CodeForm } from '../../features/identity/components/code-form'
import { useSignInCode } from '../../features/identity/hooks/use-sign-in-code'
import { identityText } from '../../features/identity/text'

const text = identityText.signInCode

export default function SignInCodePage() {
  const { draft, again, handleSubmit, code, setCode, errors, refused, busy } = useSignInCode()
  if (draft.sentTo === '') {
    return (
      <Screen title={text.title}>
        <Notice title={text.start} />
        <Button onPress={() => void replace(PAGES.signIn)}>{identityText.signIn.title}</Button>
      </Screen>
    )
  }
  const sending = {
    busy: again.busy,
    problem: again.problem,
    onSend: () => {
      again.sendTo(draft.sentTo)
    },
  }
  return (
    <Screen title={text.title}>
      <CodeForm
        {...{ code, errors, refused, busy, sending }}
        phone={maskPhone(draft.sentTo)}
        againAt={draft.againAt}
        onCode={setCode}
        submit={text.submit}
        onSubmit={handleSubmit}
      />
      <TextButton onPress={() => void back()}>{text.change}</TextButton>
    </Screen>
  )
}
