import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { go } from '../../../platform/navigation'
import { Button } from '../../../ui/button'
import { Heading } from '../../../ui/heading'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { visitText } from '../visit-text'

const text = visitText.visit

/** Moving and cancelling, until it begins. */
export function VisitChange({ visit }: { visit: AppointmentDto }) {
  if (!visit.changeable) return visit.status === 'booked' ? <Text>{text.notChangeable}</Text> : null
  const { id } = visit
  return (
    <View className="ov-stack">
      <Heading>{text.change}</Heading>
      <Text>{text.changeWhy}</Text>
      <Button kind="secondary" onPress={() => void go(APPOINTMENT_PAGES.moveDay, { id })}>
        {text.move}
      </Button>
      <Button kind="secondary" onPress={() => void go(APPOINTMENT_PAGES.cancel, { id })}>
        {text.cancel}
      </Button>
    </View>
  )
}
