import { randomUUID } from 'node:crypto'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { residents, slotAt, slotsOf } from '../../../../test/visits'
import type { Database } from '../../../platform/database'
import type { Once } from '../../../platform/http/handler-types'
import { createOutbox } from '../../../platform/outbox'
import { closeDay } from './close-day'
import { MONDAY, reason, prepareClosing } from './testing/closing'

const day = prepareClosing()
const { book, bookAll, bookMany, close, closure, expectTrueCounts, waitingOf } = day

test('a double tap closes once and answers the same; a second closing finds nothing left', async () => {
  await bookMany(30)
  const input = { ...closure(), idempotencyKey: randomUUID() }
  const taps = await Promise.all([1, 2].map(() => day.server.call('POST /v1/staff/day-closures', input)))
  expect(taps).toEqual([
    { cancelled: 30, offered: 30, told: 0 },
    { cancelled: 30, offered: 30, told: 0 },
  ])
  day.server.clock.advance(1_000)
  expect(await close()).toEqual({ cancelled: 0, offered: 0, told: 0 })
  await expectTrueCounts()
})

test('a day that was closed by mistake opens again, and people book there again', async () => {
  const [visit] = await bookMany(1)
  await close()
  const body = { office: 'hall', itemGroup: 'general', date: MONDAY, from: '09:00', to: '17:00', reason: '修好了', paused: false }
  await day.server.call('POST /v1/staff/slot-pauses', { token: day.clerk.token, body })
  expect((await slotsOf(day.server)).every(({ state, free }) => state === 'open' && free > 0)).toBe(true)
  await book(visit?.token, (await slotAt(day.server, 0)).id)
  await expectTrueCounts()
})

test('closing the rest of today: who has checked in is offered another time, who is being served stays', async () => {
  const today = { itemGroup: 'household', date: '2026-11-21' }
  const [first, second] = await residents(day.server, 2)
  const visits = [
    await book(first?.token, (await slotAt(day.server, 1, today)).id),
    await book(second?.token, (await slotAt(day.server, 2, today)).id),
  ]
  for (const { number } of visits) {
    const body = { office: 'hall', by: 'number' as const, value: number }
    await day.server.call('POST /v1/staff/check-ins', { token: day.clerk.token, body })
  }
  const serving = { token: day.clerk.token, params: { id: visits[0]?.id ?? '' } }
  await day.server.call('POST /v1/staff/appointments/:id/status', { ...serving, body: { to: 'serving', window: '1' } })
  expect(await close({ date: '2026-11-21' })).toEqual({ cancelled: 1, offered: 1, told: 0 })
  const done = await day.server.call('POST /v1/staff/appointments/:id/status', { ...serving, body: { to: 'done', window: null } })
  expect(done).toMatchObject({ status: 'done' })
})

/** A database that dies after so many transactions. */
function dyingDatabase(database: Database, after: number): Database {
  let left = after
  return {
    ...database,
    inTransaction: (work) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : database.inTransaction(work)),
  }
}

test('a closing whose process is killed on the way is finished by the message it left', async () => {
  const people = await bookMany(60)
  const deps = { ...day.server.deps, outbox: createOutbox(day.server.deps), database: dyingDatabase(day.server.database, 1) }
  const staff = { kind: 'staff', role: 'clerk', sessionId: '', staffId: day.clerk.staffId, officeId: 'hall' } as const
  const act = { staff, requestId: randomUUID(), at: day.server.clock.now() }
  const once = ((work) => day.server.database.inTransaction(work)) as Once
  await expect(closeDay(deps, act, { office: 'hall', date: MONDAY, reason }, once)).rejects.toThrow('killed')
  const statuses = async () => {
    const rows = await day.server.database.read.sql<{ status: string; visits: number }[]>`
      SELECT status, CAST(count(*) AS integer) AS visits FROM appointments GROUP BY status`
    return Object.fromEntries(rows.map(({ status, visits }) => [status, visits]))
  }
  expect((await statuses())['booked']).toBeGreaterThan(0)
  expect((await statuses())['cancelled']).toBeGreaterThan(0)
  day.server.clock.advance(60_000)
  await day.server.runJob('outbox')
  expect(await statuses()).toEqual({ cancelled: 60 })
  for (const { token } of people) expect(await waitingOf(token)).toMatchObject([{ status: 'offered' }])
  await expectTrueCounts()
})

test('bookings elsewhere and the closing at the same moment never leave too many people', async () => {
  const people = await residents(day.server, 32)
  await bookAll(people.slice(0, 20))
  const tuesday = await slotsOf(day.server, { date: '2026-11-24' })
  const others = people.slice(20).map(({ token }, index) => book(token, tuesday[index % 3]?.id ?? ''))
  const [answer] = await Promise.allSettled([close(), ...others])
  expect(answer).toMatchObject({ value: { cancelled: 20, offered: 20 } })
  await expectTrueCounts()
})

test('a day that is past, without times, or of another office is refused', async () => {
  const refuse = (more: object, as: StaffSession = day.clerk) =>
    day.server.refused('POST /v1/staff/day-closures', { ...closure(more), token: as.token })
  expect(await refuse({ date: '2026-11-20' })).toMatchObject({ code: 'slot_past' })
  expect(await refuse({ date: '2026-11-22' })).toMatchObject({ code: 'not_found' })
  expect(await refuse({ reason: ' ' })).toMatchObject({ code: 'invalid_input' })
  expect(await refuse({}, await signInStaff(day.server, 'township-clerk'))).toMatchObject({ code: 'not_allowed' })
  expect(await refuse({}, await signInStaff(day.server, 'volunteer'))).toMatchObject({ code: 'not_allowed' })
})

test('who closed the day and why, and what it meant for each person, is in the audit', async () => {
  await bookMany(2)
  await close()
  const records = await day.server.database.read.sql<
    { event: string; actor_id: string; beneficiary_id: string | null; data: string }[]
  >`
    SELECT event, actor_id, beneficiary_id, data FROM audit_records WHERE actor_kind = 'staff' ORDER BY id`
  expect(records.map(({ event }) => event)).toEqual([
    'day_closed',
    'appointment_cancelled_by_staff',
    'appointment_cancelled_by_staff',
  ])
  for (const { actor_id, data } of records) {
    expect(actor_id).toBe(day.clerk.staffId)
    expect(JSON.parse(data)).toMatchObject({ reason })
  }
  expect(records[1]?.beneficiary_id).not.toBeNull()
  expect(JSON.parse(records[1]?.data ?? '')).toMatchObject({ cause: 'day_closed', to: 'cancelled' })
})
