import type { ResidentEndpoint } from '@one-visit/shared/kernel/endpoints'
import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import type { Actor, ScopeEntry } from '../platform/http/principal'

/** A mandate as it stands when somebody calls on it. */
export interface MandateState {
  /** Who may act. */
  readonly actor: Actor
  readonly status: 'pending' | 'active' | 'refused' | 'ended'
  readonly scope: readonly ScopeEntry[]
  /** Instants, UTC, ISO 8601. */
  readonly expiresAt: string
  /** The task it was given for; null: for no task. `mine`: still that volunteer's, and not closed. */
  readonly task: 'mine' | 'closed' | null
}

export interface Call {
  readonly actor: Actor
  /** Whether the actor's own name is verified; a volunteer's was when a supervisor registered them. */
  readonly actorIsVerified: boolean
  readonly onBehalf: ResidentEndpoint['onBehalf']
  readonly now: string
}

type Sentence = readonly [says: string, refuses: (mandate: MandateState, call: Call) => boolean, problem: ProblemCode]

const isActorOf = ({ actor }: MandateState, call: Call): boolean => actor.kind === call.actor.kind && actor.id === call.actor.id
const allows = ({ scope }: MandateState, { onBehalf }: Call): boolean => scope.some(({ operation }) => operation === onBehalf)

const sentence = (...parts: Sentence): Sentence => parts

/** The whole policy, in order; the first sentence that applies is the answer, and what none refuses is allowed. */
export const SENTENCES: readonly Sentence[] = [
  sentence(
    'Nobody uses a mandate that was given to somebody else.',
    (mandate, call) => !isActorOf(mandate, call),
    'mandate_unknown',
  ),
  sentence('Only a person whose name is verified acts for another.', (_, call) => !call.actorIsVerified, 'real_name_required'),
  sentence('What the person has not agreed to allows nothing.', ({ status }) => status === 'pending', 'mandate_not_active'),
  sentence('What the person refused allows nothing.', ({ status }) => status === 'refused', 'mandate_ended'),
  sentence('What either side has ended allows nothing.', ({ status }) => status === 'ended', 'mandate_ended'),
  sentence('A mandate allows nothing after its last moment.', ({ expiresAt }, { now }) => expiresAt <= now, 'mandate_expired'),
  sentence('A mandate given for a task ends with the task.', ({ task }) => task === 'closed', 'mandate_ended'),
  sentence('What only the person may do, nobody does for them.', (_, { onBehalf }) => onBehalf === 'never', 'mandate_scope'),
  sentence('A mandate allows what it names, and nothing else.', (mandate, call) => !allows(mandate, call), 'mandate_scope'),
]

/** The problem that refuses the call, or null when it is allowed. `mandate` null: there is none of that id. */
export function judge(mandate: MandateState | null, call: Call): ProblemCode | null {
  if (mandate === null) return 'mandate_unknown'
  return SENTENCES.find(([, refuses]) => refuses(mandate, call))?.[2] ?? null
}
