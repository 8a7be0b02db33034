import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { formatVisitNumber, instantAt } from '@one-visit/shared/appointments/rules'
import { useActing } from '../../../platform/acting'
import { addToCalendar } from '../../../platform/phone-calendar'
import { allowMessage, hasMessages } from '../../../platform/subscribe-message'
import { IS_WEAPP } from '../../../platform/target'
import { Button } from '../../../ui/button'
import { Notice } from '../../../ui/notice'
import { useAsked } from '../hooks/use-asked'
import { visitText } from '../visit-text'

const text = visitText.calendar

/** Two hours: as long before as the reminder that we send. */
const REMIND_MINUTES = 120

/** Into the phone's calendar, with a reminder. */
export function AddToCalendar({ visit }: { visit: AppointmentDto }) {
  const { answer: added, handleAsk: handleAdd } = useAsked(() => {
    const { id, itemGroup, office, date, startsAt, endsAt, number, bring } = visit
    return addToCalendar({
      uid: id,
      beginsAt: instantAt(date, startsAt),
      endsAt: instantAt(date, endsAt),
      title: text.title(itemGroup.name),
      place: `${office.name} ${office.address}`,
      notes: text.notes(formatVisitNumber(number), bring),
      remindMinutes: REMIND_MINUTES,
    })
  })
  return (
    <View className="ov-stack">
      {added === true && <Notice kind="success" title={IS_WEAPP ? text.done : text.doneFile} announce />}
      {added === false && <Notice kind="warning" title={text.refused} announce />}
      <Button kind="secondary" onPress={() => void handleAdd()}>
        {text.button}
      </Button>
    </View>
  )
}

/** WeChat sends a reminder only after a tap on this; elsewhere people are told by SMS or in the app. Never to somebody else's phone. */
export function AllowReminder() {
  const { answer: allowed, handleAsk: handleAllow } = useAsked(() => allowMessage('visit'))
  const isActing = useActing() !== null
  if (isActing || !hasMessages('visit')) return null
  if (allowed !== null) {
    const { done, refused } = visitText.message
    return <Notice kind={allowed ? 'success' : 'info'} title={allowed ? done : refused} announce />
  }
  return (
    <View className="ov-stack">
      <Text>{visitText.message.why}</Text>
      <Button kind="secondary" onPress={() => void handleAllow()}>
        {visitText.message.button}
      </Button>
    </View>
  )
}
