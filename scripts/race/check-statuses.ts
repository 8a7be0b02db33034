import type { AppointmentStatus } from '@one-visit/shared/appointments/rules'
import type { Facts, VisitFact } from './facts'
import { type Action, answeredId, happenedPerhaps, successes } from './history'
import { groupBy, type Violation } from './violation'

const ENDS: readonly AppointmentStatus[] = ['done', 'cancelled', 'moved', 'no_show']
const isEnd = (status: unknown): status is AppointmentStatus => ENDS.includes(status as AppointmentStatus)

const MOVES: ReadonlySet<Action['kind']> = new Set(['move', 'staff_move'])

/** What an action about a visit makes of it when it succeeds, as far as it ends the visit. */
function endsOf(action: Action): AppointmentStatus[] {
  if (MOVES.has(action.kind)) return successes(action).map(() => 'moved')
  if (!['cancel', 'staff_cancel', 'status'].includes(action.kind)) return []
  return successes(action)
    .map((body) => body['status'])
    .filter(isEnd)
}

/** The ends that an action may bring about, answered or not. */
const MAY_END: Readonly<Partial<Record<Action['kind'], readonly AppointmentStatus[]>>> = {
  cancel: ['cancelled'],
  staff_cancel: ['cancelled'],
  move: ['moved'],
  staff_move: ['moved'],
  status: ['done', 'no_show'],
}

/** Answered ends hold, and a visit that has ended was ended by somebody. */
export function checkStatuses(history: readonly Action[], { visits }: Facts): Violation[] {
  const about = groupBy(history, ({ target }) => target ?? '')
  return visits.flatMap((visit) => {
    const own = about.get(visit.id) ?? []
    const answered = new Set(own.flatMap(endsOf))
    if (answered.size > 0) return checkAnsweredEnd(visit, answered)
    const closings = (about.get(dayOf(visit)) ?? []).filter(({ kind }) => kind === 'close_day')
    return [...checkBegun(visit, own), ...checkUnanswered(visit, own, closings, history)]
  })
}

export const dayOf = ({ office, date }: { readonly office: string; readonly date: string }): string => `${office} ${date}`

function checkAnsweredEnd({ id, status }: VisitFact, answered: ReadonlySet<AppointmentStatus>): Violation[] {
  const said = [...answered].join(' and ')
  if (answered.size > 1) return [{ rule: 'wrong_status', what: `visit ${id} was answered as ${said}` }]
  return answered.has(status) ? [] : [{ rule: 'wrong_status', what: `visit ${id} was answered as ${said} and is ${status}` }]
}

/** Who has been checked in, by answer, is not merely booked. */
function checkBegun({ id, status }: VisitFact, own: readonly Action[]): Violation[] {
  const checkedIn = own.some((action) => action.kind === 'check_in' && successes(action).length > 0)
  return checkedIn && status === 'booked' ? [{ rule: 'wrong_status', what: `visit ${id} was checked in and is booked` }] : []
}

function checkUnanswered(
  visit: VisitFact,
  own: readonly Action[],
  closings: readonly Action[],
  history: readonly Action[],
): Violation[] {
  const { id, status, movedTo, accountId } = visit
  if (!isEnd(status)) return []
  if (own.some((action) => MAY_END[action.kind]?.includes(status) === true && happenedPerhaps(action))) return []
  if (status === 'cancelled' && closings.some(happenedPerhaps)) return []
  // Accepting an offer moves a visit of the same item group, which the request does not name.
  const accepts = history.filter(({ kind, actor }) => kind === 'accept' && actor === accountId)
  const byOffer = accepts.some((action) => answeredId(action) === movedTo || (happenedPerhaps(action) && !answeredId(action)))
  if (status === 'moved' && byOffer) return []
  return [{ rule: 'unexplained_end', what: `visit ${id} is ${status}, and nobody asked for that` }]
}

/** Old and new visit of each move, by the rows and by the answers. */
export function checkMoves(history: readonly Action[], { visits }: Facts): Violation[] {
  const byId = new Map(visits.map((visit) => [visit.id, visit]))
  const broken = (what: string): Violation => ({ rule: 'broken_move', what })
  const moved = visits.filter(({ status, movedTo }) => status === 'moved' || movedTo !== null)
  const lost = moved.flatMap((old) => {
    const now = byId.get(old.movedTo ?? '')
    if (old.status !== 'moved') return [broken(`visit ${old.id} is ${old.status} and yet moved to ${old.movedTo ?? ''}`)]
    if (!now) return [broken(`visit ${old.id} was moved to nowhere (${old.movedTo ?? 'null'})`)]
    const same = now.person === old.person && now.itemGroup === old.itemGroup
    return same ? [] : [broken(`visit ${old.id} was moved to ${now.id}, which is another person's or group's`)]
  })
  const doubled = [...groupBy(moved, ({ movedTo }) => movedTo ?? '')].filter(([, olds]) => olds.length > 1)
  const answered = history.filter(({ kind }) => MOVES.has(kind)).flatMap((action) => checkAnsweredMove(action, byId))
  return [...lost, ...doubled.map(([id, olds]) => broken(`${olds.length} visits were moved to ${id}`)), ...answered.map(broken)]
}

function checkAnsweredMove(action: Action, byId: ReadonlyMap<string, VisitFact>): string[] {
  const id = answeredId(action)
  if (id === null) return []
  const old = byId.get(action.target ?? '')
  return old?.movedTo === id
    ? []
    : [`visit ${action.target ?? ''} was answered as moved to ${id}, its row says ${old?.movedTo ?? 'nothing'}`]
}
