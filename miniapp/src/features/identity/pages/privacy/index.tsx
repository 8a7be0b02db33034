import { PRIVACY_VERSION } from '@one-visit/shared/identity/rules'
import { Text, View } from '@tarojs/components'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { useConsent, withdrawConsent } from '../../../../platform/privacy'
import { Button } from '../../../../ui/button'
import { Heading } from '../../../../ui/heading'
import { Screen } from '../../../../ui/screen'
import { formatLocalDate } from '../../../../ui/when'
import { PRIVACY_NOTICE } from '../../privacy-notice'
import { accountText } from '../../account-text'

function Withdraw() {
  const handleWithdraw = () => {
    withdrawConsent()
    void go(PAGES.home)
  }
  return (
    <>
      <Text>{accountText.privacy.withdrawHint}</Text>
      <Button kind="secondary" onPress={handleWithdraw}>
        {accountText.privacy.withdraw}
      </Button>
    </>
  )
}

export default function PrivacyPage() {
  const agreed = useConsent()
  return (
    <Screen title={accountText.privacy.title} isNotice>
      {PRIVACY_NOTICE.map((section) => (
        <View key={section.title} className="ov-stack">
          <Heading>{section.title}</Heading>
          {section.text.map((paragraph) => (
            <Text key={paragraph}>{paragraph}</Text>
          ))}
        </View>
      ))}
      <Text className="ov-soft">{accountText.privacy.since(PRIVACY_VERSION.slice(0, 4), formatLocalDate(PRIVACY_VERSION))}</Text>
      {agreed && <Withdraw />}
    </Screen>
  )
}
