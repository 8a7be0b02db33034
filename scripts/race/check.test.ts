import { check } from './check'
import type { CoolingFact, EntryFact, Facts, SlotFact, VisitFact } from './facts'
import type { Action } from './history'
import type { Rule } from './violation'

const RESTED = new Date('2026-11-23T03:00:00.000Z')

const slot = (id: string, change: Partial<SlotFact> = {}): SlotFact => ({
  ...{ id, office: 'hall', date: '2026-11-23', beginsAt: '2026-11-23T06:00:00.000Z', state: 'open' },
  ...{ capacity: 2, kept: 0, booked: 0, held: 0, ordinary: 0 },
  ...change,
})

const visit = (id: string, slotId: string, person: string, change: Partial<VisitFact> = {}): VisitFact => ({
  ...{ id, slotId, person, office: 'hall', itemGroup: 'business', date: '2026-11-23', status: 'booked', ordinary: 1 },
  ...{ accountId: person, actorId: person, movedTo: null, checkedInAt: null },
  ...change,
})

const entry = (id: string, slotId: string, person: string, change: Partial<EntryFact> = {}): EntryFact => ({
  ...{ id, slotId, person, accountId: person, cause: 'freed', status: 'waiting', ordinary: 1, offerEndsAt: null },
  ...change,
})

const action = (kind: Action['kind'], actor: string, about: Partial<Action>): Action => ({
  ...{ client: 'client 1', kind, actor, target: null, slotId: null, key: null, attempts: [] },
  ...about,
})

const answered = (body: object, status = 201): Action['attempts'][number] => ({ answer: { status, body } })
const lost: Action['attempts'][number] = { answer: null }
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

type Story = ReturnType<typeof story>

function rulesBroken(plant: (told: Story) => void): Rule[] {
  const told = story()
  plant(told)
  return [...new Set(check(told.history, told.facts, RESTED).map(({ rule }) => rule))].sort()
}

const list = <T>(items: readonly T[]): T[] => items as T[]
const change = <T extends { readonly id: string }>(items: readonly T[], id: string, to: Partial<T>): void => {
  Object.assign(
    items.find((item) => item.id === id)!,
    to,
  )
}

it('finds nothing in a history that agrees with the database', () => {
  expect(rulesBroken(() => undefined)).toEqual([])
})

it('finds more people than places', () => {
  expect(rulesBroken(({ facts }) => change(facts.slots, 's1', { capacity: 1 }))).toEqual(['overbooked'])
})

it('finds more people than places that the slot itself does not count', () => {
  const cold: CoolingFact = { id: 'c2', slotId: 's1', reappearsAt: '2026-11-23T03:06:00.000Z' }
  expect(rulesBroken(({ facts }) => list(facts.cooling).push(cold))).toEqual(['counts', 'overbooked'])
})

it.each(['booked', 'held', 'ordinary'] as const)('finds a slot whose %s is wrong', (count) => {
  expect(rulesBroken(({ facts }) => change(facts.slots, 's2', { [count]: 0 }))).toEqual(['counts'])
})

const remove = (items: readonly { readonly id: string }[], id: string): void => {
  list(items).splice(
    items.findIndex((item) => item.id === id),
    1,
  )
}

it('finds an acknowledged visit that is gone', () => {
  expect(rulesBroken(({ facts }) => remove(facts.visits, 'v2'))).toEqual(['broken_move', 'counts', 'missing_visit'])
})

it('finds a visit that is in another slot than was answered', () => {
  expect(rulesBroken(({ facts }) => change(facts.visits, 'v3', { slotId: 's2' }))).toEqual(['missing_visit'])
})

it('finds a visit that is there for another person', () => {
  expect(rulesBroken(({ facts }) => change(facts.visits, 'v3', { accountId: 'eve' }))).toEqual(['missing_visit'])
})

it('finds a visit that nobody asked for, and a second effect of one request', () => {
  const again = ({ facts }: Story): void => {
    list(facts.visits).push(visit('v5', 's1', 'cem', { status: 'cancelled', itemGroup: 'household' }))
    list(facts.audit).push({ event: 'appointment_booked', subject: 'v5' }, { event: 'appointment_cancelled', subject: 'v5' })
  }
  expect(rulesBroken(again)).toEqual(['unclaimed_visit', 'unexplained_end'])
})

it('finds a visit booked by somebody who was refused', () => {
  expect(rulesBroken(({ facts }) => change(facts.visits, 'v4', { accountId: 'eve', actorId: 'eve' }))).toEqual([
    'unclaimed_visit',
  ])
})

it('finds an acknowledged cancellation that did not last', () => {
  const story = ({ facts }: Story): void => {
    change(facts.visits, 'v3', { status: 'booked' })
    change(facts.slots, 's1', { booked: 2, ordinary: 2, capacity: 3 })
  }
  expect(rulesBroken(story)).toEqual(['wrong_status'])
})

it('finds a visit that was answered with two ends', () => {
  const noShow = action('status', 'staff', { target: 'v3', attempts: [answered({ id: 'v3', status: 'no_show' }, 200)] })
  expect(rulesBroken(({ history }) => history.push(noShow))).toEqual(['wrong_status'])
})

it('finds a check-in that was forgotten', () => {
  const checkIn = action('check_in', 'staff', { target: 'v2', attempts: [answered({ id: 'v2', status: 'checked_in' }, 200)] })
  expect(rulesBroken(({ history }) => history.push(checkIn))).toEqual(['wrong_status'])
})

it('finds a visit that ended though nobody asked, but not one whose day was closed', () => {
  const cancelled = ({ facts }: Story): void => {
    change(facts.visits, 'v4', { status: 'cancelled' })
    change(facts.slots, 's1', { booked: 0, ordinary: 0 })
    list(facts.audit).push({ event: 'appointment_cancelled_by_staff', subject: 'v4' })
  }
  expect(rulesBroken(cancelled)).toEqual(['unexplained_end'])
  const closing = action('close_day', 'staff', { target: 'hall 2026-11-23', key: 'k9', attempts: [lost] })
  const closed = (told: Story): void => {
    cancelled(told)
    told.history.push(closing)
  }
  expect(rulesBroken(closed)).toEqual([])
})

it('finds a move that gave up the old place for nothing', () => {
  const lostOld = ({ facts }: Story): void => {
    change(facts.visits, 'v2', { status: 'moved' })
    change(facts.slots, 's2', { booked: 0, ordinary: 1 })
  }
  expect(rulesBroken(lostOld)).toEqual(['broken_move', 'unexplained_end'])
})

it('finds a move that kept the old place as well', () => {
  const both = ({ facts }: Story): void => {
    change(facts.visits, 'v1', { status: 'booked', movedTo: null })
    change(facts.slots, 's1', { booked: 2, ordinary: 2, capacity: 3 })
  }
  expect(rulesBroken(both)).toEqual(['broken_move', 'one_of_a_group', 'wrong_status'])
})

it('finds two visits moved to one', () => {
  const doubled = ({ facts }: Story): void => change(facts.visits, 'v3', { status: 'moved', movedTo: 'v2' })
  expect(rulesBroken(doubled)).toEqual(['broken_move', 'wrong_status'])
})

it('finds a person with two visits in one item group', () => {
  const twice = ({ facts }: Story): void => change(facts.visits, 'v4', { person: 'ann' })
  expect(rulesBroken(twice)).toEqual(['one_of_a_group'])
})

it('finds a person with four visits', () => {
  const four = ({ history, facts }: Story): void => {
    for (const group of ['household', 'vehicle', 'general']) {
      list(facts.visits).push(visit(group, 's3', 'ann', { itemGroup: group }))
      list(facts.audit).push({ event: 'appointment_booked', subject: group })
      history.push(action('book', 'ann', { slotId: 's3', key: group, attempts: [answered({ id: group })] }))
    }
    list(facts.slots).push(slot('s3', { capacity: 3, booked: 3, ordinary: 3 }))
  }
  expect(rulesBroken(four)).toEqual(['one_of_a_group'])
})

it('finds an offer and a cooling place that outlast their time', () => {
  const offer = ({ facts }: Story): void => change(facts.entries, 'w1', { offerEndsAt: '2026-11-23T02:59:59.999Z' })
  expect(rulesBroken(offer)).toEqual(['overdue_place'])
  const cooling = ({ facts }: Story): void => change(facts.cooling, 'c1', { reappearsAt: '2026-11-23T02:00:00.000Z' })
  expect(rulesBroken(cooling)).toEqual(['overdue_place'])
})

it('finds a waiting entry that was answered and is gone, or is still kept after it was taken or left', () => {
  expect(rulesBroken(({ facts }) => change(facts.entries, 'w1', { accountId: 'eve' }))).toEqual(['wrong_entry'])
  const left = action('leave', 'dan', { target: 'w1', attempts: [lost, { answer: { status: 204, body: null } }] })
  expect(rulesBroken(({ history }) => history.push(left))).toEqual(['wrong_entry'])
  const accepted = action('accept', 'ann', { target: 'w1', slotId: 's2', key: 'k2', attempts: [answered({ id: 'v2' })] })
  expect(rulesBroken(({ history }) => history.push(accepted))).toEqual(['wrong_entry'])
})

it('finds somebody who waits for a free place, or for what has begun, but not one who may not have it', () => {
  const waits = (change: Partial<SlotFact>) =>
    rulesBroken(({ facts }) => {
      list(facts.slots).push(slot('s4', change))
      list(facts.entries).push(entry('w4', 's4', 'eve'))
      list(facts.audit).push({ event: 'waiting_list_joined', subject: 'w4' })
    })
  expect(waits({})).toEqual(['passed_over'])
  expect(waits({ capacity: 0 })).toEqual([])
  expect(waits({ state: 'paused' })).toEqual([])
  expect(waits({ capacity: 0, beginsAt: '2026-11-23T02:00:00.000Z' })).toEqual(['passed_over'])
  // Kept for elderly people until the day before.
  expect(waits({ kept: 2, beginsAt: '2026-11-25T06:00:00.000Z' })).toEqual([])
  expect(waits({ kept: 2 })).toEqual(['passed_over'])
})

it('finds who is left behind in a closed day', () => {
  expect(rulesBroken(({ facts }) => change(facts.slots, 's2', { state: 'closed' }))).toEqual(['closed_day'])
})

it('finds a key that was answered with two things, and two keys with one visit', () => {
  const two = ({ history }: Story): void => {
    history[6] = action('join', 'dan', { slotId: 's2', key: 'k5', attempts: [answered({ id: 'w1' }), answered({ id: 'w2' })] })
  }
  expect(rulesBroken(two)).toEqual(['one_key_one_effect'])
  const same = action('book', 'bob', { slotId: 's1', key: 'k10', attempts: [answered({ id: 'v3' })] })
  expect(rulesBroken(({ history }) => history.push(same))).toEqual(['one_key_one_effect'])
})

it('finds a request that failed inside', () => {
  const failed = action('join', 'eve', { slotId: 's1', key: 'k11', attempts: [answered({ code: 'internal_error' }, 500)] })
  expect(rulesBroken(({ history }) => history.push(failed))).toEqual(['failed_inside'])
})

it.each([
  ['a visit', 'v4'],
  ['a cancellation', 'v3'],
  ['a waiting entry', 'w1'],
])('finds %s that is not in the audit', (_, subject) => {
  const forgotten = ({ facts }: Story): void => {
    const at = facts.audit.findLastIndex((record) => record.subject === subject)
    list(facts.audit).splice(at, 1)
  }
  expect(rulesBroken(forgotten)).toEqual(['audit_missing'])
})

it('finds what is in the audit twice', () => {
  const twice = ({ facts }: Story): void => void list(facts.audit).push({ event: 'appointment_booked', subject: 'v1' })
  expect(rulesBroken(twice)).toEqual(['audit_missing'])
})

it('finds a check-in and a no-show that are not in the audit', () => {
  const checkedIn = ({ facts }: Story): void => change(facts.visits, 'v2', { checkedInAt: '2026-11-23T01:00:00.000Z' })
  expect(rulesBroken(checkedIn)).toEqual(['audit_missing'])
  const noShow = ({ history, facts }: Story): void => {
    history.push(action('status', 'staff', { target: 'v4', attempts: [answered({ id: 'v4', status: 'no_show' }, 200)] }))
    change(facts.visits, 'v4', { status: 'no_show' })
  }
  expect(rulesBroken(noShow)).toEqual(['audit_missing'])
})
