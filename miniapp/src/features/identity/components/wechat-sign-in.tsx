import { Button } from '../../../ui/button'
import { Notice, ProblemNotice } from '../../../ui/notice'
import { useWechatSignIn } from '../hooks/use-wechat-sign-in'
import { identityText } from '../text'

const text = identityText.signIn

/** One tap, nothing to fill in. */
export function WechatSignIn() {
  const { handleSignIn, busy, noCode, problem } = useWechatSignIn()
  return (
    <>
      {noCode && (
        <Notice kind="danger" title={text.wechatFailed.title} announce>
          {text.wechatFailed.detail}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <Button onPress={() => void handleSignIn()} busy={busy}>
        {text.wechat}
      </Button>
    </>
  )
}
