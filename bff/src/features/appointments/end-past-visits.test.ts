import { startTestServer, type TestServer } from '../../../test/test-server'
import { openSlots, residents, slotAt } from '../../../test/visits'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

const book = (token: string, slotId: string) => server.call('POST /v1/appointments', { token, body: { slotId } })
const statusOf = async (token: string, id: string): Promise<string> =>
  (await server.call('GET /v1/appointments/:id', { token, params: { id } })).status

/** As a clerk's check-in leaves it. */
const someoneCheckedIn = (date: string, itemGroup: string) =>
  server.database.inTransaction(
    (tx) => tx.sql`INSERT INTO ticket_counters (office_id, item_group, date, last) VALUES ('hall', ${itemGroup}, ${date}, 1)`,
  )

async function bookBoth() {
  const [, first, second] = await residents(server, 3)
  if (!first || !second) throw new Error('two people were wanted')
  const general = await book(first.token, (await slotAt(server, 0)).id)
  const household = await book(second.token, (await slotAt(server, 0, { itemGroup: 'household' })).id)
  return { first, second, general, household }
}

test('who did not check in where others did has not come; where nobody writes check-ins down, the visit counts as done', async () => {
  const { first, second, general, household } = await bookBoth()
  await someoneCheckedIn('2026-11-23', 'general')
  server.clock.advance(2 * 86_400_000)
  await server.runJob('past-visits')
  expect([await statusOf(first.token, general.id), await statusOf(second.token, household.id)]).toEqual(['booked', 'booked'])
  server.clock.advance(86_400_000)
  await server.runJob('past-visits')
  expect([await statusOf(first.token, general.id), await statusOf(second.token, household.id)]).toEqual(['no_show', 'done'])
})

test('a visit of a day gone by stands in nobody’s way, and the second no-show pauses booking', async () => {
  const [, someone] = await residents(server, 2)
  if (!someone) throw new Error('somebody was wanted')
  for (const date of ['2026-11-23', '2026-11-25']) {
    await book(someone.token, (await slotAt(server, 0, { date })).id)
    await someoneCheckedIn(date, 'general')
    server.clock.advance(3 * 86_400_000)
    await server.runJob('past-visits')
  }
  await openSlots(server)
  const slotId = (await slotAt(server, 0, { date: '2026-12-01' })).id
  const refusal = await server.refused('POST /v1/appointments', { token: someone.token, body: { slotId } })
  expect(refusal).toMatchObject({ code: 'booking_paused', detail: expect.stringContaining('没有来') })
})
