import { Text, View } from '@tarojs/components'
import { useUnreadBadge } from '../../features/messages/hooks/use-unread-badge'
import { BookingDoors } from '../../features/appointments/components/booking-doors'
import { FAMILY_DOOR } from '../../features/family/doors'
import { HEALTH_CODE_DOOR } from '../../features/health-code/doors'
import { WALLET_DOOR } from '../../features/licences/doors'
import { DepartmentNotices } from '../../features/progress/components/department-notices'
import { ProgressDoors } from '../../features/progress/components/progress-doors'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Heading } from '../../ui/heading'
import { List, ListLink } from '../../ui/lists'
import { Screen } from '../../ui/screen'
import { COMING } from '../coming/text'
import { servicesText } from './text'

const CODES = [HEALTH_CODE_DOOR, WALLET_DOOR, FAMILY_DOOR]

function Codes() {
  return (
    <View className="ov-stack">
      <Heading>{servicesText.codes}</Heading>
      <List label={servicesText.codes}>
        {CODES.map(({ title, hint, page }) => (
          <ListLink key={page} title={title} hint={hint} onPress={() => void go(page)} />
        ))}
      </List>
    </View>
  )
}

function Later() {
  return (
    <View className="ov-stack">
      <Heading>{servicesText.later}</Heading>
      <Text>{servicesText.laterWhy}</Text>
      <List label={servicesText.later}>
        {Object.entries(COMING).map(([what, { title }]) => (
          <ListLink
            key={what}
            title={title}
            tag={{ kind: 'quiet', text: servicesText.soon }}
            onPress={() => void go(PAGES.coming, { what })}
          />
        ))}
      </List>
    </View>
  )
}

export default function ServicesPage() {
  useUnreadBadge()
  return (
    <Screen title={servicesText.title} tab={PAGES.services}>
      <DepartmentNotices />
      <Codes />
      <View className="ov-stack">
        <Heading>{servicesText.booking}</Heading>
        <BookingDoors label={servicesText.booking} />
      </View>
      <View className="ov-stack">
        <Heading>{servicesText.now}</Heading>
        <ProgressDoors label={servicesText.now} withFollows />
      </View>
      <Later />
    </Screen>
  )
}
