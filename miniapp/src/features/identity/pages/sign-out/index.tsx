import { Text } from '@tarojs/components'
import { back } from '../../../../platform/navigation'
import { Button } from '../../../../ui/button'
import { Notice, ProblemNotice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { useSignOut } from '../../hooks/use-sign-out'
import { accountText } from '../../account-text'

const text = accountText.signOut

export default function SignOutPage() {
  const { busy, problem, handleSignOut, handleForgetHere } = useSignOut('DELETE /v1/session')
  return (
    <Screen title={text.title}>
      {problem && (
        <>
          <ProblemNotice problem={problem} />
          <Notice title={text.hereHint} />
          <Button kind="secondary" onPress={handleForgetHere}>
            {text.here}
          </Button>
        </>
      )}
      <Text>{text.what}</Text>
      <Button kind="danger" onPress={handleSignOut} busy={busy}>
        {text.submit}
      </Button>
      <Button kind="secondary" onPress={() => void back()}>
        {text.cancel}
      </Button>
    </Screen>
  )
}
