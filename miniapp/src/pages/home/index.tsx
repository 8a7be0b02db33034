import { Text, View } from '@tarojs/components'
import { useCounty } from '../../platform/county'
import { setElderMode, useElderMode, useElderModeOffer } from '../../platform/elder-mode'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { callPhone } from '../../platform/phone-call'
import { Button } from '../../ui/button'
import { Switch } from '../../ui/choices'
import { Doors, type Door } from '../../ui/doors'
import { List, ListLink } from '../../ui/lists'
import { Notice } from '../../ui/notice'
import { Screen } from '../../ui/screen'
import { homeText } from './text'

function useDoors(): Door[] {
  const county = useCounty()
  const doors: Door[] = [
    { icon: 'services', title: homeText.services, onPress: () => void go(PAGES.services) },
    { icon: 'messages', title: homeText.messages, onPress: () => void go(PAGES.messages) },
    { icon: 'me', title: homeText.me, onPress: () => void go(PAGES.me) },
  ]
  if (county) doors.push({ icon: 'phone', title: homeText.call, onPress: () => void callPhone(county.phone) })
  return doors
}

function ElderOffer() {
  if (!useElderModeOffer()) return null
  return (
    <Notice title={homeText.offer}>
      <Button
        onPress={() => {
          setElderMode(true)
        }}
      >
        {homeText.offerYes}
      </Button>
      <Button
        kind="secondary"
        onPress={() => {
          setElderMode(false)
        }}
      >
        {homeText.offerNo}
      </Button>
    </Notice>
  )
}

export default function HomePage() {
  const county = useCounty()
  const elder = useElderMode()
  const doors = useDoors()
  return (
    <Screen title={homeText.title(county?.name)} tab={PAGES.home}>
      <ElderOffer />
      {elder.on ? (
        <Doors doors={doors} />
      ) : (
        <View className="ov-stack">
          <Text>{homeText.about}</Text>
          <List label={homeText.list}>
            {doors.map((door) => (
              <ListLink key={door.title} title={door.title} onPress={door.onPress} />
            ))}
          </List>
        </View>
      )}
      <Switch name="elder" title={homeText.elder} hint={homeText.elderHint} checked={elder.on} onChange={setElderMode} />
    </Screen>
  )
}
