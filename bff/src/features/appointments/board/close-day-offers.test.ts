import { signInVerified } from '../../../../test/people'
import { residents, shrinkSlot, slotAt } from '../../../../test/visits'
import { generateSlots } from '../generate-slots'
import { MONDAY, reason, prepareClosing } from './testing/closing'

const day = prepareClosing()
const { book, bookMany, close, expectTrueCounts, waitingOf } = day

test('everybody of a closed day has another time kept and is told; nobody can book there any more', async () => {
  const people = await bookMany(40)
  expect(await close()).toEqual({ cancelled: 40, offered: 40, told: 0 })
  for (const { token, id } of people) {
    const visit = await day.server.call('GET /v1/appointments/:id', { token, params: { id } })
    expect(visit).toMatchObject({ status: 'cancelled', endedReason: reason })
    const [offer] = await waitingOf(token)
    expect(offer).toMatchObject({ cause: 'office_closed', status: 'offered', office: { id: 'hall' }, date: '2026-11-24' })
    expect(offer?.offerEndsAt).toBe('2026-11-22T01:02:03.000Z')
  }
  const query = { office: 'hall', itemGroup: 'general', date: MONDAY }
  expect(await day.server.call('GET /v1/slots', { query })).toMatchObject({ day: { state: 'closed' }, items: [] })
  await expectTrueCounts()
  await day.server.runJob('outbox')
  const { items: messages } = await day.server.call('GET /v1/messages', { token: people[0]?.token ?? '', query: {} })
  expect(messages.map(({ title }) => title)).toContain('您的预约要换时间')
})

test('the person takes the offered time in the app, and it does not count as a cancellation', async () => {
  const [person] = await bookMany(1)
  await close()
  const [offer] = await waitingOf(person?.token ?? '')
  const params = { id: offer?.id ?? '' }
  const taken = await day.server.call('POST /v1/waiting-entries/:id/acceptance', { token: person?.token ?? '', params })
  expect(taken).toMatchObject({ status: 'booked', date: '2026-11-24' })
  expect(await day.server.call('GET /v1/appointments', { token: person?.token ?? '' })).toMatchObject({ pausedUntil: null })
  await expectTrueCounts()
})

test('what was promised is kept also to somebody whose booking is paused by now', async () => {
  const { token } = await signInVerified(day.server, 'lixiaohong')
  await book(token, (await slotAt(day.server, 0)).id)
  for (let round = 0; round < 3; round += 1) {
    const { id } = await book(token, (await slotAt(day.server, round, { itemGroup: 'vehicle' })).id)
    await day.server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
  }
  await close()
  const [offer] = await waitingOf(token)
  const taken = await day.server.call('POST /v1/waiting-entries/:id/acceptance', { token, params: { id: offer?.id ?? '' } })
  expect(taken).toMatchObject({ status: 'booked' })
})

test('somebody who is in the line of the nearest free time already is offered another', async () => {
  const [waits, has] = await residents(day.server, 2)
  await book(waits?.token, (await slotAt(day.server, 0)).id)
  const nearest = await slotAt(day.server, 0, { date: '2026-11-24' })
  await shrinkSlot(day.server, nearest.id, 1)
  await book(has?.token, nearest.id)
  const token = waits?.token ?? ''
  await day.server.call('POST /v1/waiting-entries', { token, body: { slotId: nearest.id } })
  await shrinkSlot(day.server, nearest.id, 5)
  expect(await close()).toEqual({ cancelled: 1, offered: 1, told: 0 })
  const entries = await waitingOf(token)
  expect(entries.map(({ cause, status }) => [cause, status])).toEqual([
    ['office_closed', 'offered'],
    ['freed', 'waiting'],
  ])
  expect(new Set(entries.map(({ slotId }) => slotId)).size).toBe(2)
  await expectTrueCounts()
})

test('an offer that nobody takes ends, and its place is free again', async () => {
  const [person] = await bookMany(1)
  await close()
  day.server.clock.advance(25 * 3_600_000)
  await day.server.runJob('visit-offers')
  expect(await waitingOf(person?.token ?? '')).toMatchObject([{ status: 'expired' }])
  await expectTrueCounts()
})

test('the nearest time at the own office comes first, then other offices; who gets none is told', async () => {
  const { pack } = day.server.deps
  await generateSlots({
    ...day.server.deps,
    pack: { ...pack, offices: pack.offices.filter(({ id }) => id === 'hall' || id === 'xiadong') },
  })
  const people = await bookMany(4)
  const keep = async (office: string, date: string, places: number) => {
    const [slot] = await day.server.database.read.sql<{ id: string }[]>`
      SELECT id FROM appointment_slots WHERE office_id = ${office} AND date = ${date} AND item_group = 'general' ORDER BY starts_at`
    await shrinkSlot(day.server, slot?.id ?? '', places)
  }
  await day.server.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = 0, capacity = 0, kept = 0 WHERE item_group = 'general' AND booked = 0`,
  )
  await keep('hall', '2026-11-26', 1)
  await keep('hall', '2026-11-30', 1)
  await keep('xiadong', '2026-11-24', 1)
  expect(await close()).toEqual({ cancelled: 4, offered: 3, told: 1 })
  const offers = await Promise.all(people.map(async ({ token }) => (await waitingOf(token))[0]))
  expect(offers.map((offer) => offer && [offer.office.id, offer.date])).toEqual([
    ['hall', '2026-11-26'],
    ['hall', '2026-11-30'],
    ['xiadong', '2026-11-24'],
    undefined,
  ])
  await day.server.runJob('outbox')
  const { items } = await day.server.call('GET /v1/messages', { token: people[3]?.token ?? '', query: {} })
  expect(items).toContainEqual(expect.objectContaining({ title: '您的预约取消了', body: expect.stringContaining('约满') }))
  await expectTrueCounts()
})

test('places kept for elderly people are not offered to others', async () => {
  const people = await bookMany(2)
  await day.server.database.inTransaction(
    (tx) => tx.affected`
      UPDATE appointment_slots SET windows = 0, capacity = 0, kept = 0 WHERE item_group = 'general' AND booked = 0`,
  )
  const [slot] = await day.server.database.read.sql<{ id: string }[]>`
    SELECT id FROM appointment_slots WHERE office_id = 'hall' AND date = '2026-11-27' AND item_group = 'general' LIMIT 1`
  await shrinkSlot(day.server, slot?.id ?? '', 2, 2)
  expect(await close()).toEqual({ cancelled: 2, offered: 1, told: 1 })
  expect(await waitingOf(people[0]?.token ?? '')).toMatchObject([{ status: 'offered' }])
  expect(await waitingOf(people[1]?.token ?? '')).toEqual([])
})

test('who waits for the closed day waits no longer, and is told', async () => {
  const { id } = await slotAt(day.server, 0)
  await shrinkSlot(day.server, id, 1)
  const [, first] = await residents(day.server, 2)
  await book(first?.token, id)
  const { token } = await signInVerified(day.server, 'lixiaohong')
  await day.server.call('POST /v1/waiting-entries', { token, body: { slotId: id } })
  await close()
  expect(await waitingOf(token)).toMatchObject([{ status: 'expired', cause: 'freed' }])
  await day.server.runJob('outbox')
  const { items } = await day.server.call('GET /v1/messages', { token, query: {} })
  expect(items.map(({ title }) => title)).toContain('您等的时间停办了')
  await expectTrueCounts()
})
