import { Text, View } from '@tarojs/components'
import { useUnreadBadge } from '../../features/messages/hooks/use-unread-badge'
import { BookingDoors } from '../../features/appointments/components/booking-doors'
import { DepartmentNotices } from '../../features/progress/components/department-notices'
import { ProgressDoors } from '../../features/progress/components/progress-doors'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Heading } from '../../ui/heading'
import { List, ListLink } from '../../ui/lists'
import { Screen } from '../../ui/screen'
import { COMING } from '../coming/text'
import { servicesText } from './text'

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
