import { Text } from '@tarojs/components'
import { useUnreadBadge } from '../../features/messages/hooks/use-unread-badge'
import { DepartmentNotices } from '../../features/progress/components/department-notices'
import { useCounty } from '../../platform/county'
import { setElderMode, useElderMode, useElderModeOffer } from '../../platform/elder-mode'
import { PAGES } from '../../platform/pages'
import { useSession } from '../../platform/session'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/choices'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { ElderHome } from './elder-home'
import { OrdinaryHome } from './ordinary-home'
import { homeText } from './text'

function ElderOffer() {
  if (!useElderModeOffer()) return null
  const handleAnswer = (on: boolean) => () => {
    setElderMode(on)
  }
  return (
    <Notice title={homeText.offer}>
      <Button onPress={handleAnswer(true)}>{homeText.offerYes}</Button>
      <Button kind="secondary" onPress={handleAnswer(false)}>
        {homeText.offerNo}
      </Button>
    </Notice>
  )
}

export default function HomePage() {
  const county = useCounty()
  const elder = useElderMode()
  const session = useSession()
  const name = session?.account.name ?? null
  useUnreadBadge()
  return (
    <Screen title={homeText.title(county?.name)} tab={PAGES.home}>
      {name !== null && <Text>{homeText.greeting(name)}</Text>}
      <ElderOffer />
      <Switch name="elder" title={homeText.elder} hint={homeText.elderHint} checked={elder.on} onChange={setElderMode} />
      <DepartmentNotices />
      {elder.on ? <ElderHome /> : <OrdinaryHome isSignedIn={session !== null} />}
    </Screen>
  )
}
