import { Notice, ProblemNotice } from '../../../ui/notice'
import { WechatPhoneButton } from '../../../ui/wechat-button'
import { useWechatPhone } from '../hooks/use-bind-phone'
import { accountText } from '../account-text'

const text = accountText.bindPhone

/** One tap; whoever refuses can still fill in a phone below. */
export function WechatPhone() {
  const { handleAnswer, noCode, problem } = useWechatPhone()
  return (
    <>
      {noCode && (
        <Notice title={text.refused.title} announce>
          {text.refused.detail}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} />}
      <WechatPhoneButton onAnswer={handleAnswer}>{text.wechat}</WechatPhoneButton>
    </>
  )
}
