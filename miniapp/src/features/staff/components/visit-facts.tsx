import { formatVisitNumber } from '@one-visit/shared/appointments/rules'
import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { SummaryList } from '../../../ui/lists'
import { Tag } from '../../../ui/tag'
import { formatInstant } from '../../../ui/when'
import { visitText } from '../visit-text'
import { describeVisitStatus, nameOf, whenOf } from '../visit-words'

const text = visitText.facts

/** Who comes, when and what for; number and name masked as the BFF sends them. */
export function VisitFacts({ label = text.list, visit }: { label?: string; visit: BoardVisitDto }) {
  const status = describeVisitStatus(visit.status)
  return (
    <SummaryList
      label={label}
      rows={[
        { label: text.name, value: nameOf(visit) },
        { label: text.status, value: <Tag kind={status.kind}>{status.text}</Tag> },
        ...(visit.ticket === null ? [] : [{ label: text.ticket, value: visit.ticket }]),
        ...(visit.window === null ? [] : [{ label: text.window, value: visitText.windowOf(visit.window) }]),
        ...(visit.calledAt === null ? [] : [{ label: text.called, value: formatInstant(visit.calledAt) }]),
        { label: text.when, value: whenOf(visit) },
        { label: text.what, value: visit.itemGroup.name },
        { label: text.number, value: formatVisitNumber(visit.number) },
        { label: text.residentId, value: visit.residentId },
        { label: text.phone, value: visit.phone ?? visitText.noPhone },
        { label: text.channel, value: visitText.channelOf(visit.channel) },
      ]}
    />
  )
}
