import { BOOKING_DOOR } from '../../features/appointments/doors'
import { PROGRESS_PAGES } from '../../features/progress/progress-pages'
import { useCounty } from '../../platform/county'
import { go } from '../../platform/navigation'
import { PAGES } from '../../platform/pages'
import { callPhone } from '../../platform/phone-call'
import { Doors, type Door } from '../../ui/doors'
import { homeText } from './text'

const text = homeText.elderDoors

const toComing = (what: string) => () => void go(PAGES.coming, { what })

/** Six large doors and nothing else. What does not exist yet says so on its page and gives the telephone. */
export function ElderHome() {
  const county = useCounty()
  const doors: readonly Door[] = [
    { icon: 'health', title: text.healthCode, onPress: toComing('health-code') },
    { icon: 'licence', title: text.licences, onPress: toComing('licences') },
    { icon: 'calendar', title: BOOKING_DOOR.title, onPress: () => void go(BOOKING_DOOR.page) },
    { icon: 'progress', title: text.progress, onPress: () => void go(PROGRESS_PAGES.start) },
    { icon: 'help', title: text.help, onPress: () => void go(PAGES.help) },
    // Before the county's number has ever been answered on this phone, the help page tells the other ways.
    { icon: 'phone', title: text.phone, onPress: () => void (county ? callPhone(county.phone) : go(PAGES.help)) },
  ]
  return <Doors doors={doors} />
}
