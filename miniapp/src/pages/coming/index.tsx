import { Text } from '@tarojs/components'
import { useCounty } from '../../platform/county'
import { go, useQuery } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { callPhone } from '../../platform/phone-call'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { COMING, comingText, isComing } from './text'

/** Something that does not exist yet: says so, and gives the telephone. */
export default function ComingPage() {
  const { what } = useQuery()
  const county = useCounty()
  const coming = isComing(what) ? COMING[what] : null
  return (
    <Screen title={coming?.title ?? comingText.title}>
      <Notice title={comingText.notice} />
      {coming && <Text>{coming.instead}</Text>}
      {county && <Button onPress={() => void callPhone(county.phone)}>{comingText.call(county.phone)}</Button>}
      <Button kind="secondary" onPress={() => void go(PAGES.home)}>
        {comingText.home}
      </Button>
    </Screen>
  )
}
