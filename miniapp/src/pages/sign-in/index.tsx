import { go, useQuery } from '../../platform/navigation'
import { IS_WEAPP } from '../../platform/target'
import { TextButton } from '../../ui/button'
import { Heading } from '../../ui/heading'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { PhoneForm } from '../../features/identity/components/phone-form'
import { WechatSignIn } from '../../features/identity/components/wechat-sign-in'
import { usePhoneQuestion } from '../../features/identity/hooks/use-phone-question'
import { IDENTITY_PAGES } from '../../features/identity/identity-pages'
import { identityText } from '../../features/identity/text'

const text = identityText.signIn

function Why({ reason }: { reason: string | undefined }) {
  if (reason === undefined) return <Notice title={text.why} />
  return <Notice title={reason === 'session_expired' ? text.expired : text.required}>{identityText.leadBack}</Notice>
}

export default function SignInPage() {
  const { reason } = useQuery()
  const question = usePhoneQuestion('sign-in', () => void go(IDENTITY_PAGES.signInCode))
  return (
    <Screen title={text.title}>
      <Why reason={reason} />
      {IS_WEAPP && (
        <>
          <WechatSignIn />
          <Heading>{text.orPhone}</Heading>
        </>
      )}
      <PhoneForm question={question} submit={text.next} kind={IS_WEAPP ? 'secondary' : 'primary'} />
      <TextButton role="link" onPress={() => void go(IDENTITY_PAGES.provincial)}>
        {text.provincial}
      </TextButton>
    </Screen>
  )
}
