export type ResidentKind = 'book' | 'move' | 'cancel' | 'join' | 'leave' | 'accept' | 'look'
export type StaffKind =
  'capacity' | 'pause' | 'enter' | 'check_in' | 'call' | 'status' | 'staff_cancel' | 'staff_move' | 'close_day'

/** What a server said: the status and the JSON of the body. */
export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** One sending of a request. `answer` null: none came, so it may have taken effect or not. */
export interface Attempt {
  readonly answer: Answer | null
}

/** One thing that a client wanted, with every time it was sent. */
export interface Action {
  readonly client: string
  readonly kind: ResidentKind | StaffKind
  /** The account, or the member of staff. */
  readonly actor: string
  /** The visit, waiting entry or day (`office date`) it was about. */
  readonly target: string | null
  readonly slotId: string | null
  /** Idempotency key, for what creates something. */
  readonly key: string | null
  readonly attempts: readonly Attempt[]
}

/** Kinds whose success is a new visit. */
const CREATING: ReadonlySet<Action['kind']> = new Set(['book', 'move', 'accept', 'enter', 'staff_move'])

export const createsVisit = (action: Action): boolean => CREATING.has(action.kind)

/** The bodies of its successes: more than one when it was sent again after an answer. */
export function successes({ attempts }: Action): Readonly<Record<string, unknown>>[] {
  return attempts.flatMap(({ answer }) => (answer && answer.status < 300 ? [(answer.body ?? {}) as Record<string, unknown>] : []))
}

/** The visit, entry or other thing that it was answered with. */
export function answeredId(action: Action): string | null {
  const id = successes(action)[0]?.['id']
  return typeof id === 'string' ? id : null
}

/** Nobody said that it was done, yet it may have been: some sending of it was never answered, or failed inside. */
export function mayHaveHappened(action: Action): boolean {
  return successes(action).length === 0 && action.attempts.some(({ answer }) => answer === null || answer.status >= 500)
}

/** It was done, or may have been. */
export const happenedPerhaps = (action: Action): boolean => successes(action).length > 0 || mayHaveHappened(action)
