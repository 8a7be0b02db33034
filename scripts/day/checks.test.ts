import { residents, openSlots, slotAt } from '../../bff/test/visits'
import { startTestServer, type TestServer } from '../../bff/test/test-server'
import { checkDay } from './checks'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await openSlots(server)
})
afterEach(() => server.close())

async function cancelAVisit(): Promise<void> {
  const [person] = await residents(server, 1, 1)
  const token = person?.token ?? ''
  const { id: slotId } = await slotAt(server, 5)
  const { id } = await server.call('POST /v1/appointments', { token, body: { slotId } })
  await server.call('POST /v1/appointments/:id/cancellation', { token, params: { id } })
  for (const job of ['outbox', 'audit-seal']) await server.runJob(job)
}

test('a place that becomes due while the day is being checked is not held against it', async () => {
  await cancelAVisit()
  const now = server.clock.now()
  let looks = 0
  const clock = (): Date => {
    looks += 1
    return looks === 1 ? now : new Date(now.getTime() + 3_600_000)
  }
  const { violations, visits } = await checkDay(server.database.url, [], clock)
  expect(visits).toBe(1)
  expect(violations.filter(({ rule }) => rule === 'overdue_place')).toEqual([])
})
