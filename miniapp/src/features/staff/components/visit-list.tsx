import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import { go } from '../../../platform/navigation'
import { List, ListLink } from '../../../ui/lists'
import type { Place } from '../place'
import { STAFF_PAGES } from '../staff-pages'
import { describeVisitStatus, hintOf, nameOf } from '../visit-words'

interface VisitListProps {
  label: string
  place: Place
  visits: readonly BoardVisitDto[]
}

/** Each opens the page of that visit. */
export function VisitList({ label, place: { office, date }, visits }: VisitListProps) {
  return (
    <List label={label}>
      {visits.map((visit) => (
        <ListLink
          key={visit.id}
          title={nameOf(visit)}
          hint={hintOf(visit)}
          tag={describeVisitStatus(visit.status)}
          onPress={() => void go(STAFF_PAGES.visit, { office, date, slot: visit.slotId, visit: visit.id })}
        />
      ))}
    </List>
  )
}
