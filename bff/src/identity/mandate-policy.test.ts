import { MANDATE_OPERATIONS, type MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import { judge, type Call, type MandateState, SENTENCES } from './mandate-policy'

const NOW = '2026-11-21T01:00:00.000Z'
const VOLUNTEER = { kind: 'volunteer', id: 'zhao' } as const
const DAUGHTER = { kind: 'resident', id: 'li' } as const

/** What the mandate is like when somebody calls on it. */
const STATES = {
  'that holds': {},
  'not agreed to yet': { status: 'pending' },
  'that was refused': { status: 'refused' },
  'that was ended': { status: 'ended' },
  'at its last moment': { expiresAt: '2026-11-21T01:00:00.001Z' },
  'just expired': { expiresAt: NOW },
  'for a task that is still theirs': { task: 'mine' },
  'for a task that is closed': { task: 'closed' },
} as const satisfies Record<string, Partial<MandateState>>

type State = keyof typeof STATES

/** Whose it may be: a volunteer's, a daughter's. */
const HOLDERS = { 'the volunteer': VOLUNTEER, 'the daughter': DAUGHTER } as const
type Holder = keyof typeof HOLDERS

/** Who calls on it. */
const ACTORS = {
  'the volunteer': { ...VOLUNTEER, verified: true },
  'another volunteer': { kind: 'volunteer', id: 'qian', verified: true },
  'the daughter': { ...DAUGHTER, verified: true },
  'the daughter, not verified any more': { ...DAUGHTER, verified: false },
  'somebody else': { kind: 'resident', id: 'sun', verified: true },
  'a resident with the id of the volunteer': { kind: 'resident', id: VOLUNTEER.id, verified: true },
  'a volunteer with the id of the daughter': { kind: 'volunteer', id: DAUGHTER.id, verified: true },
} as const
type ActorName = keyof typeof ACTORS

/** What it names: one operation, or all of them. */
const SCOPES = [...MANDATE_OPERATIONS.map((operation) => [operation]), [...MANDATE_OPERATIONS]]

function mandate(changes: Partial<MandateState> = {}): MandateState {
  return {
    actor: VOLUNTEER,
    status: 'active',
    scope: [{ operation: 'book_visits', items: ['household'] }],
    expiresAt: '2026-12-01T00:00:00.000Z',
    task: null,
    ...changes,
  }
}

const call = (actor: ActorName, onBehalf: Call['onBehalf'] = 'book_visits'): Call => {
  const { kind, id, verified } = ACTORS[actor]
  return { actor: { kind, id }, actorIsVerified: verified, onBehalf, now: NOW }
}

const ALLOWED: readonly State[] = ['that holds', 'at its last moment', 'for a task that is still theirs']
const REFUSED: Readonly<Partial<Record<State, ProblemCode>>> = {
  'not agreed to yet': 'mandate_not_active',
  'that was refused': 'mandate_ended',
  'that was ended': 'mandate_ended',
  'just expired': 'mandate_expired',
  'for a task that is closed': 'mandate_ended',
}

const OPERATIONS = [...MANDATE_OPERATIONS, 'never'] as const

interface Asked {
  readonly operation: Call['onBehalf']
  readonly actor: ActorName
  readonly holder: Holder
  readonly state: State
  readonly scope: readonly MandateOperation[]
}

/** The table in words: first who, then whether it holds, then what. */
function expected({ operation, actor, holder, state, scope }: Asked): ProblemCode | null {
  const isDaughter = actor === 'the daughter' || actor === 'the daughter, not verified any more'
  if (holder === 'the daughter' ? !isDaughter : actor !== 'the volunteer') return 'mandate_unknown'
  if (actor === 'the daughter, not verified any more') return 'real_name_required'
  const refusal = REFUSED[state]
  if (refusal) return refusal
  if (!ALLOWED.includes(state)) throw new Error(`the table says nothing of a mandate ${state}`)
  return operation !== 'never' && scope.includes(operation) ? null : 'mandate_scope'
}

const keysOf = <T extends object>(table: T): (keyof T)[] => Object.keys(table) as (keyof T)[]
const ROWS = keysOf(STATES).flatMap((state) => keysOf(HOLDERS).map((holder) => [state, holder] as const))

describe.each(ROWS)('under a mandate %s, of %s', (state, holder) => {
  test.each(keysOf(ACTORS))('%s may do what it names while it holds, and nothing else', (actor) => {
    for (const scope of SCOPES)
      for (const operation of OPERATIONS) {
        const items = scope.map((named) => ({ operation: named, items: null }))
        const answer = judge(mandate({ actor: HOLDERS[holder], scope: items, ...STATES[state] }), call(actor, operation))
        expect([scope, operation, answer]).toEqual([scope, operation, expected({ operation, actor, holder, state, scope })])
      }
  })
})

test('a family member acts as long as their own name is verified', () => {
  const hers = mandate({ actor: DAUGHTER })
  expect(judge(hers, call('the daughter'))).toBeNull()
  expect(judge(hers, call('the daughter, not verified any more'))).toBe('real_name_required')
  expect(judge(hers, call('the volunteer'))).toBe('mandate_unknown')
})

test('a mandate that does not exist answers like one of somebody else', () => {
  expect(judge(null, call('the volunteer'))).toBe('mandate_unknown')
})

test('each sentence of the policy refuses something that no sentence before it does', () => {
  const cases: [MandateState, Call][] = [
    [mandate(), call('another volunteer')],
    [mandate({ actor: DAUGHTER }), call('the daughter, not verified any more')],
    [mandate({ status: 'pending' }), call('the volunteer')],
    [mandate({ status: 'refused' }), call('the volunteer')],
    [mandate({ status: 'ended' }), call('the volunteer')],
    [mandate({ expiresAt: NOW }), call('the volunteer')],
    [mandate({ task: 'closed' }), call('the volunteer')],
    [mandate(), call('the volunteer', 'never')],
    [mandate(), call('the volunteer', 'show_licences')],
  ]
  const deciding = cases.map(([state, asked]) => SENTENCES.findIndex(([, refuses]) => refuses(state, asked)))
  expect(deciding).toEqual(SENTENCES.map((_, index) => index))
})
