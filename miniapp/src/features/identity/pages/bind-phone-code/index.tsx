import { maskPhone } from '@one-visit/shared/identity/rules'
import { replace } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { CodeForm } from '../../components/code-form'
import { useBindPhoneCode } from '../../hooks/use-bind-phone'
import { IDENTITY_PAGES } from '../../identity-pages'
import { accountText } from '../../account-text'
import { identityText } from '../../text'

const text = accountText.bindPhone

export default function BindPhoneCodePage() {
  const { draft, again, code, setCode, errors, refused, busy, handleSubmit } = useBindPhoneCode()
  if (draft.sentTo === '') {
    return (
      <Screen title={text.codeTitle}>
        <Notice title={identityText.signInCode.start} />
        <Button onPress={() => void replace(IDENTITY_PAGES.bindPhone)}>{text.title}</Button>
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
    <Screen title={text.codeTitle}>
      <CodeForm
        {...{ code, errors, refused, busy, sending }}
        phone={maskPhone(draft.sentTo)}
        againAt={draft.againAt}
        onCode={setCode}
        submit={text.submit}
        onSubmit={handleSubmit}
      />
    </Screen>
  )
}
