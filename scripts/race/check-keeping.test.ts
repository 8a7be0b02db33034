import type { SlotFact } from './facts'
import { action, answered, change, entry, list, lost, rulesBroken, slot, type Story } from './testing/story'

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
