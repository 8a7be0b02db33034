import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { familyHand, giveMandate, type Hand, volunteerHand } from '../../../test/mandates'
import { signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { countsOf, openSlots, shrinkSlot, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

/** Somebody who asks, for themselves or with a mandate. */
interface Asker {
  readonly token: string
  readonly mandate?: string
}

const book = (who: Asker, slotId: string) => server.call('POST /v1/appointments', { ...who, body: { slotId } })
const refusedBooking = (who: Asker, slotId: string) => server.refused('POST /v1/appointments', { ...who, body: { slotId } })
const move = (who: Asker, id: string, slotId: string) =>
  server.call('POST /v1/appointments/:id/move', { ...who, params: { id }, body: { slotId } })
const join = (who: Asker, slotId: string) => server.call('POST /v1/waiting-entries', { ...who, body: { slotId } })
const household = async (index = 0) => (await slotAt(server, index, { itemGroup: 'household' })).id

/** May book, for the person, visits of these item groups alone. */
async function mandateFor(key: string, to: Hand, items: string[] = ['general']): Promise<Required<Asker>> {
  return { token: to.token, mandate: await giveMandate(server, key, { to, scope: [{ operation: 'book_visits', items }] }) }
}

/** A slot whose only place is kept for elderly people and proxy bookings. */
async function keptSlot(index = 0): Promise<string> {
  const { id } = await slotAt(server, index)
  await shrinkSlot(server, id, 1, 1)
  return id
}

interface Written {
  readonly event: string
  readonly actor_kind: string
  readonly actor_id: string
  readonly beneficiary_id: string
  readonly mandate_id: string | null
}

const writtenOf = (...events: string[]): Promise<Written[]> =>
  server.database.read.sql<
    Written[]
  >`SELECT event, actor_kind, actor_id, beneficiary_id, mandate_id FROM audit_records ORDER BY id`.then((rows) =>
    rows.filter(({ event }) => events.includes(event)),
  )

describe('booking for somebody', () => {
  test('the visit is the person’s, by the hand of the volunteer, in a place that is kept for such visits', async () => {
    const chen = await signInVerified(server, 'chenjianguo')
    const slotId = await keptSlot()
    expect(await refusedBooking(chen, slotId)).toMatchObject({ code: 'slot_kept_for_elders' })
    const volunteer = await volunteerHand(server)
    const by = await mandateFor('chenjianguo', volunteer)
    const booked = await book(by, slotId)
    expect(booked).toMatchObject({ beneficiary: '陈*国', channel: 'proxy', bookedBy: 'volunteer', status: 'booked' })
    expect((await server.call('GET /v1/appointments', chen)).active).toEqual([booked])
    expect(await countsOf(server, slotId)).toMatchObject({ said: { booked: 1, ordinary: 0 }, true: { booked: 1, ordinary: 0 } })
    const [record] = await writtenOf('appointment_booked')
    const person = { beneficiary_id: chen.account.id, mandate_id: by.mandate }
    expect(record).toMatchObject({ actor_kind: 'volunteer', actor_id: volunteer.actor.id, ...person })
  })

  test('bookings that are decided together are each in the right names', async () => {
    const [chen, wang] = [await signInVerified(server, 'chenjianguo'), await signInVerified(server, 'wangxiuying')]
    const daughter = await familyHand(server)
    const volunteer = await volunteerHand(server)
    const slotId = (await slotAt(server, 0)).id
    await shrinkSlot(server, slotId, 4)
    const askers = [await mandateFor('wangxiuying', volunteer), await mandateFor('chenjianguo', daughter), daughter] as const
    const visits = await Promise.all(askers.map((asker) => book(asker, slotId)))
    expect(visits.map(({ beneficiary, bookedBy }) => [beneficiary, bookedBy])).toEqual([
      ['王*英', 'volunteer'],
      ['陈*国', 'family'],
      ['李*红', 'self'],
    ])
    const who = (await writtenOf('appointment_booked')).map((row) => [row.beneficiary_id, row.actor_id, row.mandate_id])
    const expected = [
      [wang.account.id, volunteer.actor.id, askers[0].mandate],
      [chen.account.id, daughter.actor.id, askers[1].mandate],
      [daughter.actor.id, daughter.actor.id, null],
    ]
    expect(new Set(who.map(String))).toEqual(new Set(expected.map(String)))
  })

  test('one hand books for many people, and each of them has the limits that everybody has', async () => {
    const chen = await signInVerified(server, 'chenjianguo')
    const daughter = await familyHand(server)
    const forChen = await mandateFor('chenjianguo', daughter, ['general', 'household', 'vehicle', 'business'])
    await book(daughter, (await slotAt(server, 0)).id)
    await book(forChen, (await slotAt(server, 0)).id)
    expect(await refusedBooking(forChen, (await slotAt(server, 1)).id)).toMatchObject({ code: 'already_booked' })
    expect(await refusedBooking(chen, (await slotAt(server, 1)).id)).toMatchObject({ code: 'already_booked' })
    await book(forChen, await household())
    await book(chen, (await slotAt(server, 0, { itemGroup: 'vehicle' })).id)
    const fourth = (await slotAt(server, 0, { itemGroup: 'business' })).id
    expect(await refusedBooking(forChen, fourth)).toMatchObject({ code: 'appointment_limit_reached' })
  })

  test('the same key is one booking, and says nothing to whoever asks under another mandate', async () => {
    const slotId = (await slotAt(server, 0)).id
    const daughter = await familyHand(server)
    const forWang = await mandateFor('wangxiuying', daughter)
    const once = { body: { slotId }, idempotencyKey: '01900000-0000-7000-8000-000000000001' }
    const first = await server.call('POST /v1/appointments', { ...forWang, ...once })
    expect(await server.call('POST /v1/appointments', { ...forWang, ...once })).toEqual(first)
    const own = await server.call('POST /v1/appointments', { token: daughter.token, ...once })
    expect([first.beneficiary, own.beneficiary]).toEqual(['王*英', '李*红'])
  })
})

describe('only the item groups that the mandate names', () => {
  test('nothing is booked, seen, moved, cancelled or waited for beside them', async () => {
    const chen = await signInVerified(server, 'chenjianguo')
    const by = await mandateFor('chenjianguo', await familyHand(server))
    const slotId = await household(1)
    const visit = await book(chen, await household())
    await shrinkSlot(server, slotId, 0)
    const body = { slotId }
    const params = { id: visit.id }
    const query = { itemGroup: 'shingles-vaccine', date: '2026-11-23' as LocalDate }
    const general = await book(by, (await slotAt(server, 0)).id)
    const entry = await server.call('POST /v1/waiting-entries', { ...chen, body })
    for (const refusal of [
      await refusedBooking(by, slotId),
      await server.refused('GET /v1/appointments/:id', { ...by, params }),
      await server.refused('POST /v1/appointments/:id/move', { ...by, params, body }),
      await server.refused('POST /v1/appointments/:id/move', { ...by, params: { id: general.id }, body }),
      await server.refused('POST /v1/appointments/:id/cancellation', { ...by, params }),
      await server.refused('POST /v1/waiting-entries', { ...by, body }),
      await server.refused('DELETE /v1/waiting-entries/:id', { ...by, params: { id: entry.id } }),
      await server.refused('POST /v1/waiting-entries/:id/acceptance', { ...by, params: { id: entry.id } }),
      await server.refused('GET /v1/vaccine-check', { ...by, query }),
    ])
      expect(refusal).toMatchObject({ status: 403, code: 'mandate_scope' })
    expect(await writtenOf('acting_refused')).toMatchObject(
      Array.from({ length: 9 }, () => ({ beneficiary_id: chen.account.id, mandate_id: by.mandate })),
    )
    const lists = [await server.call('GET /v1/appointments', by), await server.call('GET /v1/waiting-entries', by)] as const
    expect([lists[0].active, lists[1].items]).toEqual([[general], []])
    const own = [await server.call('GET /v1/appointments', chen), await server.call('GET /v1/waiting-entries', chen)] as const
    expect([own[0].active.length, own[1].items.length]).toEqual([2, 1])
  })

  test('a vaccine that is named is checked for the person, not for the one who asks', async () => {
    await signInVerified(server, 'wangxiuying')
    const daughter = await familyHand(server)
    const by = await mandateFor('wangxiuying', daughter, ['shingles-vaccine'])
    const query = { itemGroup: 'shingles-vaccine', date: '2026-11-23' as LocalDate }
    const dosesHad = async (who: Asker) => (await server.call('GET /v1/vaccine-check', { ...who, query })).dosesHad
    expect([await dosesHad(by), await dosesHad({ token: daughter.token })]).toEqual([2, 1])
  })
})

describe('changing a visit for somebody', () => {
  test('a visit that is moved by a volunteer is theirs from then on, and the person’s own choice makes it the person’s', async () => {
    const chen = await signInVerified(server, 'chenjianguo')
    const by = await mandateFor('chenjianguo', await volunteerHand(server))
    const own = await book(chen, (await slotAt(server, 0)).id)
    expect(own).toMatchObject({ channel: 'app', bookedBy: 'self' })
    const kept = await keptSlot(1)
    expect(
      await server.refused('POST /v1/appointments/:id/move', { ...chen, params: { id: own.id }, body: { slotId: kept } }),
    ).toMatchObject({ code: 'slot_kept_for_elders' })
    const moved = await move(by, own.id, kept)
    expect(moved).toMatchObject({ channel: 'proxy', bookedBy: 'volunteer' })
    const other = await keptSlot(2)
    expect(
      await server.refused('POST /v1/appointments/:id/move', { ...chen, params: { id: moved.id }, body: { slotId: other } }),
    ).toMatchObject({ code: 'slot_kept_for_elders' })
    expect(await move(chen, moved.id, (await slotAt(server, 3)).id)).toMatchObject({ channel: 'app', bookedBy: 'self' })
    expect((await writtenOf('appointment_moved')).map(({ actor_kind, mandate_id }) => [actor_kind, mandate_id])).toEqual([
      ['volunteer', by.mandate],
      ['resident', null],
    ])
    for (const slotId of [kept, other]) {
      const counts = await countsOf(server, slotId)
      expect(counts.said).toEqual(counts.true)
    }
  })

  test('what is cancelled for somebody says who did it', async () => {
    const wang = await signInVerified(server, 'wangxiuying')
    const daughter = await familyHand(server)
    const by = await mandateFor('wangxiuying', daughter)
    const { id } = await book(wang, (await slotAt(server, 0)).id)
    expect(await server.call('POST /v1/appointments/:id/cancellation', { ...by, params: { id } })).toMatchObject({
      status: 'cancelled',
    })
    const record = { actor_id: daughter.actor.id, beneficiary_id: wang.account.id, mandate_id: by.mandate }
    expect(await writtenOf('appointment_cancelled')).toMatchObject([record])
  })

  test('a volunteer waits for somebody, also for a kept place, leaves, and takes what is held', async () => {
    const [chen, wang] = [await signInVerified(server, 'chenjianguo'), await signInVerified(server, 'wangxiuying')]
    const by = await mandateFor('chenjianguo', await volunteerHand(server))
    const slotId = await keptSlot()
    const { id } = await book(wang, slotId)
    const first = await join(by, slotId)
    await server.call('DELETE /v1/waiting-entries/:id', { ...by, params: { id: first.id } })
    const entry = await join(by, slotId)
    await server.call('POST /v1/appointments/:id/cancellation', { ...wang, params: { id } })
    expect((await server.call('GET /v1/waiting-entries', by)).items[0]).toMatchObject({ id: entry.id, status: 'offered' })
    const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', { ...by, params: { id: entry.id } })
    expect(taken).toMatchObject({ beneficiary: '陈*国', channel: 'proxy', bookedBy: 'volunteer' })
    expect(await countsOf(server, slotId)).toMatchObject({ said: { booked: 1, held: 0, ordinary: 0 } })
    const written = await writtenOf('waiting_list_joined', 'waiting_list_left', 'offer_accepted')
    expect(written.map(({ beneficiary_id, mandate_id }) => [beneficiary_id, mandate_id])).toEqual(
      Array.from({ length: 4 }, () => [chen.account.id, by.mandate]),
    )
  })

  test('a kept place that was waited for by proxy may be taken by the person', async () => {
    const [chen, wang] = [await signInVerified(server, 'chenjianguo'), await signInVerified(server, 'wangxiuying')]
    const by = await mandateFor('chenjianguo', await volunteerHand(server))
    const slotId = await keptSlot()
    const { id } = await book(wang, slotId)
    const entry = await join(by, slotId)
    await server.call('POST /v1/appointments/:id/cancellation', { ...wang, params: { id } })
    const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', { ...chen, params: { id: entry.id } })
    expect(taken).toMatchObject({ channel: 'app', bookedBy: 'self' })
    const counts = await countsOf(server, slotId)
    expect(counts.said).toEqual(counts.true)
  })
})
