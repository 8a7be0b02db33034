import { BOOKING_DOOR } from '../../features/appointments/doors'
import { HEALTH_CODE_DOOR } from '../../features/health-code/doors'
import { WALLET_DOOR } from '../../features/licences/doors'
import { PROGRESS_PAGES } from '../../features/progress/progress-pages'
import { useCounty } from '../../platform/county'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { callPhone } from '../../platform/phone-call'
import { Doors, type Door } from '../../ui/doors'
import { homeText } from './text'

const text = homeText.elderDoors

/** Six large doors and nothing else. */
export function ElderHome() {
  const county = useCounty()
  const doors: readonly Door[] = [
    { icon: 'health', title: HEALTH_CODE_DOOR.title, onPress: () => void go(HEALTH_CODE_DOOR.page) },
    { icon: 'licence', title: WALLET_DOOR.title, onPress: () => void go(WALLET_DOOR.page) },
    { icon: 'calendar', title: BOOKING_DOOR.title, onPress: () => void go(BOOKING_DOOR.page) },
    { icon: 'progress', title: text.progress, onPress: () => void go(PROGRESS_PAGES.start) },
    { icon: 'help', title: text.help, onPress: () => void go(PAGES.help) },
    // Before the county's number has ever been answered on this phone, the help page tells the other ways.
    { icon: 'phone', title: text.phone, onPress: () => void (county ? callPhone(county.phone) : go(PAGES.help)) },
  ]
  return <Doors doors={doors} />
}
