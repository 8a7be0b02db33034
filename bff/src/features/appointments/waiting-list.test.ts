import type { WaitingEntryDto } from '@one-visit/shared/appointments/contract'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { countsOf, openSlots, residents, shrinkSlot, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

interface Person {
  readonly token: string
}

const book = ({ token }: Person, slotId: string) => server.call('POST /v1/appointments', { token, body: { slotId } })
const cancel = ({ token }: Person, id: string) => server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
const join = ({ token }: Person, slotId: string) => server.call('POST /v1/waiting-entries', { token, body: { slotId } })
const accept = ({ token }: Person, id: string) => ({ token, params: { id } })
const entryOf = async ({ token }: Person): Promise<WaitingEntryDto | undefined> =>
  (await server.call('GET /v1/waiting-entries', { token })).items[0]

/** Somebody has the one place of a slot, and two more wait for it. */
async function fullSlot() {
  const slot = await slotAt(server, 0)
  await shrinkSlot(server, slot.id, 1)
  const [, holder, first, , second] = await residents(server, 5)
  if (!holder || !first || !second) throw new Error('three people were wanted')
  const visit = await book(holder, slot.id)
  const entries = [await join(first, slot.id), await join(second, slot.id)] as const
  return { slotId: slot.id, holder, first, second, visit, entries }
}

async function expectTrueCounts(slotId: string): Promise<void> {
  const counts = await countsOf(server, slotId)
  expect(counts.said).toEqual(counts.true)
}

test('a freed place is held 15 minutes for the next person, who is told and takes it', async () => {
  const { slotId, holder, first, second, visit, entries } = await fullSlot()
  expect(entries).toMatchObject([
    { status: 'waiting', ahead: 0 },
    { status: 'waiting', ahead: 1 },
  ])
  await cancel(holder, visit.id)
  const offered = await entryOf(first)
  expect(offered).toMatchObject({ status: 'offered', cause: 'freed' })
  expect(Date.parse(offered?.offerEndsAt ?? '') - server.clock.now().getTime()).toBe(15 * 60_000)
  expect(await entryOf(second)).toMatchObject({ status: 'waiting', ahead: 0 })
  await server.runJob('outbox')
  expect((await server.call('GET /v1/messages', { token: first.token, query: {} })).items[0]?.title).toContain('有名额')
  const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', accept(first, entries[0].id))
  expect(taken).toMatchObject({ status: 'booked', startsAt: '09:00' })
  expect((await countsOf(server, slotId)).said).toEqual({ booked: 1, held: 0, ordinary: 1 })
})

test('an offer that nobody takes goes to the next, and cannot be taken afterwards', async () => {
  const { slotId, holder, first, second, visit, entries } = await fullSlot()
  await cancel(holder, visit.id)
  server.clock.advance(15 * 60_000)
  await server.runJob('visit-offers')
  expect(await entryOf(first)).toMatchObject({ status: 'expired' })
  expect(await entryOf(second)).toMatchObject({ status: 'offered' })
  expect(await server.refused('POST /v1/waiting-entries/:id/acceptance', accept(first, entries[0].id))).toMatchObject({
    code: 'offer_expired',
  })
  server.clock.advance(15 * 60_000)
  await server.runJob('visit-offers')
  expect((await countsOf(server, slotId)).said).toEqual({ booked: 0, held: 0, ordinary: 0 })
  await expectTrueCounts(slotId)
})

test('nobody slips in front of those who wait, and leaving hands an offer on', async () => {
  const { slotId, holder, first, second, visit, entries } = await fullSlot()
  await cancel(holder, visit.id)
  server.clock.advance(2_000)
  expect((await slotAt(server, 0)).free).toBe(0)
  await server.call('DELETE /v1/waiting-entries/:id', accept(first, entries[0].id))
  await server.call('DELETE /v1/waiting-entries/:id', accept(first, entries[0].id))
  expect(await entryOf(first)).toMatchObject({ status: 'left' })
  expect(await entryOf(second)).toMatchObject({ status: 'offered' })
  await expectTrueCounts(slotId)
})

test('who has a visit of the same group moves to the held place', async () => {
  const { slotId, holder, first, visit, entries } = await fullSlot()
  const later = await slotAt(server, 6)
  const before = await book(first, later.id)
  await cancel(holder, visit.id)
  const taken = await server.call('POST /v1/waiting-entries/:id/acceptance', accept(first, entries[0].id))
  const { active, past } = await server.call('GET /v1/appointments', { token: first.token })
  expect(active.map(({ id }) => id)).toEqual([taken.id])
  expect(past).toMatchObject([{ id: before.id, status: 'moved', movedTo: taken.id }])
  await expectTrueCounts(slotId)
  await expectTrueCounts(later.id)
})

test('two taps and two phones on an offer give one visit', async () => {
  const { slotId, holder, first, visit, entries } = await fullSlot()
  await cancel(holder, visit.id)
  const taps = await Promise.allSettled(
    [1, 2, 3].map(() => server.call('POST /v1/waiting-entries/:id/acceptance', accept(first, entries[0].id))),
  )
  expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await countsOf(server, slotId)).said).toEqual({ booked: 1, held: 0, ordinary: 1 })
})

test('a slot with room has no line, and joining twice is the same place in it', async () => {
  const { slotId, first, entries } = await fullSlot()
  expect(await join(first, slotId)).toEqual(entries[0])
  const roomy = await slotAt(server, 4)
  const refusal = await server.refused('POST /v1/waiting-entries', { token: first.token, body: { slotId: roomy.id } })
  expect(refusal).toMatchObject({ code: 'slot_has_room' })
})

test('a person waits in three lines at most, also when asking for more at once', async () => {
  const [, someone] = await residents(server, 2)
  const slots = await Promise.all([0, 1, 2, 3, 4].map((index) => slotAt(server, index)))
  for (const { id } of slots) await shrinkSlot(server, id, 0)
  const joined = await Promise.allSettled(slots.map(({ id }) => join({ token: someone?.token ?? '' }, id)))
  expect(joined.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
  const body = { slotId: slots[joined.findIndex(({ status }) => status === 'rejected')]?.id ?? '' }
  const refusal = await server.refused('POST /v1/waiting-entries', { token: someone?.token ?? '', body })
  expect(refusal).toMatchObject({ code: 'waiting_limit_reached' })
})

test('a place that was kept for elderly people is offered when it opens to all', async () => {
  const slot = await slotAt(server, 0)
  await shrinkSlot(server, slot.id, 1, 1)
  const [, ordinary] = await residents(server, 2)
  if (!ordinary) throw new Error('two people were wanted')
  const { id } = await join(ordinary, slot.id)
  await server.runJob('visit-offers')
  expect(await entryOf(ordinary)).toMatchObject({ id, status: 'waiting' })
  server.clock.advance(24 * 3_600_000)
  await server.runJob('visit-offers')
  expect(await entryOf(ordinary)).toMatchObject({ id, status: 'offered' })
  await expectTrueCounts(slot.id)
})

test('when the slot begins, waiting ends', async () => {
  const { slotId, first } = await fullSlot()
  server.clock.advance(48 * 3_600_000)
  await server.runJob('visit-offers')
  expect(await entryOf(first)).toMatchObject({ status: 'expired' })
  await expectTrueCounts(slotId)
})
