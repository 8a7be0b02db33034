import type { EntryFact, Facts, VisitFact } from './facts'
import { groupBy, type Violation } from './violation'

/** Each visit is in the audit once as begun, under one of these. */
const BEGUN = ['appointment_booked', 'appointment_entered', 'appointment_moved', 'appointment_moved_by_staff', 'offer_accepted']
const CANCELLED = ['appointment_cancelled', 'appointment_cancelled_by_staff', 'day_closed']
const CHECKED_IN = ['visit_checked_in', 'appointment_entered']
const STATUS_CHANGED = ['visit_status_changed']
const JOINED = ['waiting_list_joined']

/** Everything that the rows show was done is in the audit; what can be done once is there once. */
export function checkAudit({ visits, entries, audit }: Facts): Violation[] {
  const bySubject = groupBy(audit, ({ subject }) => subject ?? '')
  const times = (id: string, events: readonly string[]): number =>
    (bySubject.get(id) ?? []).filter(({ event }) => events.includes(event)).length
  return [
    ...visits.flatMap((visit) => missingOfVisit(visit, (events) => times(visit.id, events))),
    ...entries.filter(joined).flatMap(({ id }) => once(`waiting entry ${id} joined`, times(id, JOINED))),
  ].map((what) => ({ rule: 'audit_missing', what }))
}

/** Where a closed day's people are offered another time, nobody joined. */
const joined = ({ cause }: EntryFact): boolean => cause === 'freed'

function missingOfVisit({ id, status, checkedInAt }: VisitFact, times: (events: readonly string[]) => number): string[] {
  return [
    ...once(`visit ${id} begun`, times(BEGUN)),
    ...(status === 'cancelled' ? once(`visit ${id} cancelled`, times(CANCELLED)) : []),
    ...(checkedInAt === null || times(CHECKED_IN) > 0 ? [] : [`visit ${id} checked in: not in the audit`]),
    ...((status !== 'done' && status !== 'no_show') || times(STATUS_CHANGED) > 0
      ? []
      : [`visit ${id} ${status}: not in the audit`]),
  ]
}

const once = (what: string, times: number): string[] => (times === 1 ? [] : [`${what}: ${times} times in the audit`])
