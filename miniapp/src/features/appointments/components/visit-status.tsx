import { Text, View } from '@tarojs/components'
import type { AppointmentDto } from '@one-visit/shared/appointments/contract'
import { APPOINTMENT_STATUS_TEXT, type AppointmentStatus } from '@one-visit/shared/appointments/rules'
import { role } from '../../../platform/accessibility'
import { Notice } from '../../../ui/notice'
import { Tag, type TagKind } from '../../../ui/tag'
import { visitText } from '../visit-text'

const text = visitText.visit

const KINDS: Readonly<Record<AppointmentStatus, TagKind>> = {
  booked: 'active',
  checked_in: 'active',
  serving: 'active',
  done: 'success',
  cancelled: 'quiet',
  moved: 'quiet',
  no_show: 'warning',
}

export function describeVisitStatus(status: AppointmentStatus): { kind: TagKind; text: string } {
  return { kind: KINDS[status], text: APPOINTMENT_STATUS_TEXT[status] }
}

/** Where the visit stands: the ticket at check-in, the window when called. Read out when it changes. */
export function VisitStatus({ visit }: { visit: AppointmentDto }) {
  const { kind, text: words } = describeVisitStatus(visit.status)
  const isCalled = visit.window !== null && (visit.status === 'checked_in' || visit.status === 'serving')
  return (
    <View className="ov-stack" {...role('status')} aria-live="polite">
      <Tag kind={kind}>{words}</Tag>
      {visit.ticket !== null && visit.status === 'checked_in' && (
        <Notice title={text.ticket(visit.ticket)}>{isCalled ? '' : text.ticketNext}</Notice>
      )}
      {isCalled && (
        <Notice kind="warning" title={text.window(visit.window ?? '')}>
          {text.windowNext}
        </Notice>
      )}
      {visit.endedReason !== null && <Notice title={text.ended}>{visit.endedReason}</Notice>}
      {visit.status === 'no_show' && <Text>{visitText.visits.counter}</Text>}
    </View>
  )
}
