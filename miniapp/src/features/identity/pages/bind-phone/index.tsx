import { go } from '../../../../platform/navigation'
import { IS_WEAPP } from '../../../../platform/target'
import { Heading } from '../../../../ui/heading'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { PhoneForm } from '../../components/phone-form'
import { WechatPhone } from '../../components/wechat-phone'
import { usePhoneQuestion } from '../../hooks/use-phone-question'
import { IDENTITY_PAGES } from '../../identity-pages'
import { accountText } from '../../account-text'

const text = accountText.bindPhone

export default function BindPhonePage() {
  const question = usePhoneQuestion('bind-phone', () => void go(IDENTITY_PAGES.bindPhoneCode))
  return (
    <Screen title={text.title}>
      <Notice title={text.why} />
      {IS_WEAPP && (
        <>
          <WechatPhone />
          <Heading>{text.other}</Heading>
        </>
      )}
      <PhoneForm question={question} submit={text.next} kind={IS_WEAPP ? 'secondary' : 'primary'} />
    </Screen>
  )
}
