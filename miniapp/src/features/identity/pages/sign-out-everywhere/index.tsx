import { Text } from '@tarojs/components'
import { back } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useSignOut } from '../../hooks/use-sign-out'
import { accountText } from '../../account-text'

const text = accountText.signOutEverywhere

export default function SignOutEverywherePage() {
  const { busy, problem, handleSignOut } = useSignOut('DELETE /v1/sessions')
  return (
    <Screen title={text.title}>
      {problem && <ProblemNotice problem={problem} />}
      <Text>{text.what}</Text>
      <Text>{text.draft}</Text>
      <Button kind="danger" onPress={handleSignOut} busy={busy}>
        {text.submit}
      </Button>
      <Button kind="secondary" onPress={() => void back()}>
        {text.cancel}
      </Button>
    </Screen>
  )
}
