import { View } from '@tarojs/components'
import type { AppointmentDto, WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { go } from '../../../platform/navigation'
import { Heading } from '../../../ui/heading'
import { List, ListLink } from '../../../ui/lists'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { visitText } from '../visit-text'
import { formatSpan } from '../when'
import { describeVisitStatus } from './visit-status'

/** Visits, each leading to its page. */
export function VisitRows({ title, visits }: { title: string; visits: readonly AppointmentDto[] }) {
  if (visits.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {visits.map((visit) => (
          <ListLink
            key={visit.id}
            title={visit.itemGroup.name}
            hint={`${formatSpan(visit)} · ${visit.office.name}`}
            tag={describeVisitStatus(visit.status)}
            onPress={() => void go(APPOINTMENT_PAGES.visit, { id: visit.id })}
          />
        ))}
      </List>
    </View>
  )
}

const { waiting: title } = visitText.visits
const { tags, ahead } = visitText.waiting

/** Where the person waits, and what is held: offers first. */
export function WaitingRows({ entries }: { entries: readonly WaitingEntryDto[] }) {
  const live = [...entries.filter(({ status }) => status === 'offered'), ...entries.filter(({ status }) => status === 'waiting')]
  if (live.length === 0) return null
  return (
    <View className="ov-stack">
      <Heading>{title}</Heading>
      <List label={title}>
        {live.map((entry) => (
          <ListLink
            key={entry.id}
            title={entry.itemGroup.name}
            hint={`${formatSpan(entry)} · ${entry.office.name}${entry.status === 'waiting' ? ` · ${ahead(entry.ahead)}` : ''}`}
            tag={entry.status === 'offered' ? { kind: 'warning', text: tags.offered } : { kind: 'quiet', text: tags.waiting }}
            onPress={() => void go(APPOINTMENT_PAGES.waiting, { id: entry.id })}
          />
        ))}
      </List>
    </View>
  )
}
