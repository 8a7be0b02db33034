import { Text } from '@tarojs/components'
import type { AppointmentListDto } from '@one-visit/shared/appointments/contract'
import { Notice } from '../../../ui/notice'
import { formatInstant } from '../../../ui/when'
import { visitText } from '../visit-text'

const text = visitText.visits

/** Booking on the phone is paused for this person: until when, why, and what is still open. */
export function PauseNotice({ pausedUntil, pauseReason }: Pick<AppointmentListDto, 'pausedUntil' | 'pauseReason'>) {
  if (pausedUntil === null) return null
  return (
    <Notice kind="warning" title={text.paused(formatInstant(pausedUntil))}>
      {pauseReason !== null && <Text>{pauseReason}</Text>}
      <Text>{text.counter}</Text>
    </Notice>
  )
}
