import type { Clock } from '../platform/clock'
import { DEPARTMENT_IDS, DEPARTMENT_NAMES, type DepartmentId } from './department-names'

/** How a department answers now. `since`: when this state began, as seen by this process. */
export interface DepartmentState {
  readonly department: DepartmentId
  readonly name: string
  readonly state: 'up' | 'slow' | 'down'
  readonly since: Date
}

interface Outcome {
  readonly at: number
  readonly failed: boolean
  readonly slow: boolean
}

/** What is older says nothing about now: without newer calls the department counts as up, so that people try it again. */
const EVIDENCE_MS = 2 * 60_000
const KEPT = 10
const FAILURES_DOWN = 3
const TROUBLES_SLOW = 2
const LOOKED_AT = 5

/** Judges departments by their real calls: the last outcomes and the breakers. */
export class StatusBoard {
  private readonly outcomes = new Map<DepartmentId, Outcome[]>()
  private readonly states = new Map<DepartmentId, Pick<DepartmentState, 'state' | 'since'>>()

  constructor(
    private readonly clock: Clock,
    private readonly isBroken: (department: DepartmentId) => boolean,
  ) {
    const since = clock.now()
    for (const department of DEPARTMENT_IDS) this.states.set(department, { state: 'up', since })
  }

  /** One try: whether it failed, and whether it took more than half of the deadline. */
  record(department: DepartmentId, outcome: { readonly failed: boolean; readonly slow: boolean }): void {
    const list = this.outcomes.get(department) ?? []
    list.push({ ...outcome, at: this.clock.now().getTime() })
    this.outcomes.set(department, list.slice(-KEPT))
    this.judge(department)
  }

  list(): DepartmentState[] {
    return DEPARTMENT_IDS.map((department) => ({ department, name: DEPARTMENT_NAMES[department], ...this.judge(department) }))
  }

  private judge(department: DepartmentId): Pick<DepartmentState, 'state' | 'since'> {
    const now = this.clock.now()
    const recent = (this.outcomes.get(department) ?? []).filter(({ at }) => now.getTime() - at <= EVIDENCE_MS)
    const state = stateOf(recent, this.isBroken(department))
    const known = this.states.get(department)
    if (known?.state === state) return known
    const changed = { state, since: now }
    this.states.set(department, changed)
    return changed
  }
}

function stateOf(recent: readonly Outcome[], broken: boolean): DepartmentState['state'] {
  const last = recent.slice(-LOOKED_AT)
  if (last.length === 0) return 'up'
  const lastFailed = last.slice(-FAILURES_DOWN).filter(({ failed }) => failed).length
  if (broken || lastFailed === FAILURES_DOWN) return 'down'
  return last.filter(({ failed, slow }) => failed || slow).length >= TROUBLES_SLOW ? 'slow' : 'up'
}
