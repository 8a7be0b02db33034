import { type VisitFact, type Facts } from './facts'
import { type Action, answeredId, createsVisit, mayHaveHappened, successes } from './history'
import { groupBy, type Violation } from './violation'

const RESIDENT_KINDS: ReadonlySet<Action['kind']> = new Set(['book', 'move', 'accept'])

/** Every visit that was answered is there as answered; every visit that is there was asked for, once each. */
export function checkAnswers(history: readonly Action[], { visits }: Facts): Violation[] {
  const creating = history.filter(createsVisit)
  const byId = new Map(visits.map((visit) => [visit.id, visit]))
  return [...creating.flatMap((action) => checkAnswered(action, byId)), ...checkUnclaimed(creating, visits)]
}

function checkAnswered(action: Action, byId: ReadonlyMap<string, VisitFact>): Violation[] {
  const id = answeredId(action)
  if (id === null) return []
  const visit = byId.get(id)
  const missing = (what: string): Violation[] => [{ rule: 'missing_visit', what: `${action.kind} by ${action.client}: ${what}` }]
  if (!visit) return missing(`visit ${id} was answered and is not there`)
  if (visit.slotId !== action.slotId) {
    return missing(`visit ${id} was asked for in slot ${action.slotId ?? 'none'} and is in ${visit.slotId}`)
  }
  if (RESIDENT_KINDS.has(action.kind) && visit.accountId !== action.actor) {
    return missing(`visit ${id} of account ${action.actor} is there for ${visit.accountId ?? 'nobody'}`)
  }
  return []
}

/** A visit that no answer names must be the effect of a request whose answer was lost, one visit for each such request. */
function checkUnclaimed(creating: readonly Action[], visits: readonly VisitFact[]): Violation[] {
  const named = new Set(creating.map(answeredId))
  const lost = groupBy(creating.filter(mayHaveHappened), ({ slotId }) => slotId ?? '')
  const violations: Violation[] = []
  for (const visit of visits) {
    if (named.has(visit.id)) continue
    const candidates = lost.get(visit.slotId) ?? []
    const index = candidates.findIndex(({ actor }) => actor === visit.accountId || actor === visit.actorId)
    if (index >= 0) candidates.splice(index, 1)
    else violations.push({ rule: 'unclaimed_visit', what: `visit ${visit.id} in slot ${visit.slotId} was asked for by nobody` })
  }
  return violations
}

/** One key is answered with one thing, and two keys never with the same visit. */
export function checkKeys(history: readonly Action[]): Violation[] {
  const violations: Violation[] = []
  const keyed = history.filter(({ key }) => key !== null)
  for (const [key, actions] of groupBy(keyed, (action) => action.key ?? '')) {
    const ids = new Set(actions.flatMap(successes).map((body) => String(body['id'])))
    if (ids.size > 1) violations.push({ rule: 'one_key_one_effect', what: `key ${key} was answered with ${[...ids].join(' ')}` })
  }
  const answered = keyed.filter((action) => createsVisit(action) && answeredId(action) !== null)
  for (const [id, actions] of groupBy(answered, (action) => answeredId(action) ?? '')) {
    const keys = new Set(actions.map(({ key }) => key))
    if (keys.size > 1) violations.push({ rule: 'one_key_one_effect', what: `${keys.size} keys were answered with visit ${id}` })
  }
  return violations
}

/** A clash is refused in words; nothing fails inside. */
export function checkFailures(history: readonly Action[]): Violation[] {
  return history.flatMap(({ kind, client, attempts }) =>
    attempts
      .filter(({ answer }) => answer?.status === 500)
      .map(({ answer }): Violation => ({ rule: 'failed_inside', what: `${kind} by ${client}: ${JSON.stringify(answer?.body)}` })),
  )
}
