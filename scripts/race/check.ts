import { checkAnswers, checkFailures, checkKeys } from './check-answers'
import { checkAudit } from './check-audit'
import { checkEntries } from './check-entries'
import { checkPeople, checkPlaces } from './check-places'
import { checkRest } from './check-rest'
import { checkMoves, checkStatuses } from './check-statuses'
import type { Facts } from './facts'
import type { Action } from './history'
import type { Violation } from './violation'

/** Everything that was answered against everything that is in the database. `restedBy`: by then every job had run. */
export function check(history: readonly Action[], facts: Facts, restedBy: Date): Violation[] {
  return [
    ...checkPlaces(facts),
    ...checkPeople(facts),
    ...checkRest(facts, restedBy),
    ...checkAnswers(history, facts),
    ...checkEntries(history, facts),
    ...checkKeys(history),
    ...checkStatuses(history, facts),
    ...checkMoves(history, facts),
    ...checkFailures(history),
    ...checkAudit(facts),
  ]
}
