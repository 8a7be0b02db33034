import { check } from '../check'
import type { EntryFact, Facts, SlotFact, VisitFact } from '../facts'
import type { Action } from '../history'
import type { Rule } from '../violation'

const RESTED = new Date('2026-11-23T03:00:00.000Z')

export const slot = (id: string, change: Partial<SlotFact> = {}): SlotFact => ({
  ...{ id, office: 'hall', date: '2026-11-23', beginsAt: '2026-11-23T06:00:00.000Z', state: 'open' },
  ...{ capacity: 2, kept: 0, booked: 0, held: 0, ordinary: 0 },
  ...change,
})

export const visit = (id: string, slotId: string, person: string, change: Partial<VisitFact> = {}): VisitFact => ({
  ...{ id, slotId, person, office: 'hall', itemGroup: 'business', date: '2026-11-23', status: 'booked', ordinary: 1 },
  ...{ accountId: person, actorId: person, movedTo: null, checkedInAt: null },
  ...change,
})

export const entry = (id: string, slotId: string, person: string, change: Partial<EntryFact> = {}): EntryFact => ({
  ...{ id, slotId, person, accountId: person, cause: 'freed', status: 'waiting', ordinary: 1, offerEndsAt: null },
  ...change,
})

export const action = (kind: Action['kind'], actor: string, about: Partial<Action>): Action => ({
  ...{ client: 'client 1', kind, actor, target: null, slotId: null, key: null, attempts: [] },
  ...about,
})

export const answered = (body: object, status = 201): Action['attempts'][number] => ({ answer: { status, body } })
export const lost: Action['attempts'][number] = { answer: null }
const refused = (code: string): Action['attempts'][number] => answered({ code }, 409)

/**
 * Ann has booked and moved, Bob has booked and cancelled, Cem's answer was lost, Dan waits and is offered a place, Eve was
 * refused, and a place that somebody gave up is cooling.
 */
function story(): { history: Action[]; facts: Facts } {
  return {
    history: [
      action('book', 'ann', { slotId: 's1', key: 'k1', attempts: [lost, answered({ id: 'v1' })] }),
      action('move', 'ann', {
        target: 'v1',
        slotId: 's2',
        key: 'k2',
        attempts: [answered({ id: 'v2' }), answered({ id: 'v2' })],
      }),
      action('move', 'ann', { target: 'v2', slotId: 's1', key: 'k8', attempts: [refused('slot_full')] }),
      action('book', 'bob', { slotId: 's1', key: 'k3', attempts: [answered({ id: 'v3' })] }),
      action('cancel', 'bob', { target: 'v3', attempts: [lost, answered({ id: 'v3', status: 'cancelled' }, 200)] }),
      action('book', 'cem', { slotId: 's1', key: 'k4', attempts: [lost] }),
      action('join', 'dan', { slotId: 's2', key: 'k5', attempts: [answered({ id: 'w1' })] }),
      action('book', 'eve', { slotId: 's1', key: 'k6', attempts: [refused('slot_full')] }),
    ],
    facts: {
      slots: [slot('s1', { booked: 1, held: 1, ordinary: 1 }), slot('s2', { booked: 1, held: 1, ordinary: 2 })],
      visits: [
        visit('v1', 's1', 'ann', { status: 'moved', movedTo: 'v2' }),
        visit('v2', 's2', 'ann'),
        visit('v3', 's1', 'bob', { status: 'cancelled' }),
        visit('v4', 's1', 'cem'),
      ],
      entries: [entry('w1', 's2', 'dan', { status: 'offered', offerEndsAt: '2026-11-23T03:10:00.000Z' })],
      cooling: [{ id: 'c1', slotId: 's1', reappearsAt: '2026-11-23T03:05:00.000Z' }],
      audit: [
        { event: 'appointment_booked', subject: 'v1' },
        { event: 'appointment_moved', subject: 'v2' },
        { event: 'appointment_booked', subject: 'v3' },
        { event: 'appointment_cancelled', subject: 'v3' },
        { event: 'appointment_booked', subject: 'v4' },
        { event: 'waiting_list_joined', subject: 'w1' },
      ],
    },
  }
}

export type Story = ReturnType<typeof story>

export function rulesBroken(plant: (told: Story) => void): Rule[] {
  const told = story()
  plant(told)
  return [...new Set(check(told.history, told.facts, RESTED).map(({ rule }) => rule))].sort()
}

export const list = <T>(items: readonly T[]): T[] => items as T[]
export const change = <T extends { readonly id: string }>(items: readonly T[], id: string, to: Partial<T>): void => {
  Object.assign(
    items.find((item) => item.id === id)!,
    to,
  )
}

export const remove = (items: readonly { readonly id: string }[], id: string): void => {
  list(items).splice(
    items.findIndex((item) => item.id === id),
    1,
  )
}
