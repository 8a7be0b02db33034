import { View } from '@tarojs/components'
import { useUnreadBadge } from '../../features/messages/hooks/use-unread-badge'
import { BookingDoors } from '../../features/appointments/components/booking-doors'
import { DEPARTMENTS_DOOR, PLACES_DOOR, SEARCH_DOOR, SELF_SERVICE_DOOR, ZONES_DOOR } from '../../features/catalogue/doors'
import { CROSS_PROVINCE_DOOR } from '../../features/cross-province/doors'
import { FAMILY_DOOR } from '../../features/family/doors'
import { HEALTH_CODE_DOOR } from '../../features/health-code/doors'
import { WALLET_DOOR } from '../../features/licences/doors'
import { HELP_DOOR, MANDATES_DOOR } from '../../features/proxy/doors'
import { DepartmentNotices } from '../../features/progress/components/department-notices'
import { ProgressDoors } from '../../features/progress/components/progress-doors'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { Heading } from '../../ui/heading'
import { List, ListLink } from '../../ui/lists'
import { Screen } from '../../ui/screen'
import { servicesText } from './text'

const CATALOGUE = [SEARCH_DOOR, ZONES_DOOR, DEPARTMENTS_DOOR, CROSS_PROVINCE_DOOR, PLACES_DOOR, SELF_SERVICE_DOOR]
const CODES = [HEALTH_CODE_DOOR, WALLET_DOOR, FAMILY_DOOR]
const HELP = [HELP_DOOR, MANDATES_DOOR]

interface SectionProps {
  title: string
  doors: readonly { title: string; hint: string; page: string }[]
}

function Section({ title, doors }: SectionProps) {
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {doors.map((door) => (
          <ListLink key={door.page} title={door.title} hint={door.hint} onPress={() => void go(door.page)} />
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
      <Section title={servicesText.catalogue} doors={CATALOGUE} />
      <Section title={servicesText.codes} doors={CODES} />
      <View className="ov-stack">
        <Heading>{servicesText.booking}</Heading>
        <BookingDoors label={servicesText.booking} />
      </View>
      <View className="ov-stack">
        <Heading>{servicesText.now}</Heading>
        <ProgressDoors label={servicesText.now} withFollows />
      </View>
      <Section title={servicesText.help} doors={HELP} />
    </Screen>
  )
}
