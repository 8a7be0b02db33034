import { Text } from '@tarojs/components'
import { useCounty } from '../../../../platform/county'
import { go } from '../../../../platform/navigation'
import { PAGES } from '../../../../platform/pages'
import { TextButton } from '../../../../ui/button'
import { Notice } from '../../../../ui/notice'
import { Screen } from '../../../../ui/screen'
import { accountText } from '../../account-text'

const text = accountText.about

export default function AboutPage() {
  const county = useCounty()
  return (
    <Screen title={text.title} isNotice>
      <Text>{text.what}</Text>
      {county && <Text>{text.serves(county.name)}</Text>}
      {county && county.sampleNotice !== null && <Notice kind="warning" title={county.sampleNotice} />}
      <TextButton role="link" onPress={() => void go(PAGES.privacy)}>
        {text.privacy}
      </TextButton>
    </Screen>
  )
}
