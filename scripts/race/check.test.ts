import type { CoolingFact } from './facts'
import { action, answered, change, list, lost, remove, rulesBroken, slot, visit, type Story } from './testing/story'

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
