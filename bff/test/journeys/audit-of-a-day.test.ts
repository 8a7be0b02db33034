import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { verifyAudit } from '../../src/platform/audit-verify'
import { doEverything } from '../everything-of-a-day'
import { person } from '../people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'
import { residentsVisit, staffServe } from '../visits-of-a-day'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

test('every event that the contract promises is written down, and the chain holds', async () => {
  await doEverything(server)
  const promised = new Set(Object.values(allEndpoints).flatMap((endpoint) => ('audit' in endpoint ? [endpoint.audit] : [])))
  const written = await server.database.read.sql<{ event: string }[]>`SELECT DISTINCT event FROM audit_records`
  expect(written.map(({ event }) => event).sort()).toEqual([...promised].sort())
  await server.runJob('audit-seal')
  server.clock.advance(120_000)
  expect(await verifyAudit(server.database.read, server.clock)).toMatchObject({ ok: true })
})

test('all that staff did with visits says who of them did it, and why where people count on it', async () => {
  await residentsVisit(server)
  await staffServe(server)
  const { staffId } = await signInStaff(server)
  const records = await server.database.read.sql<{ event: string; actor_id: string; data: string }[]>`
    SELECT event, actor_id, data FROM audit_records WHERE actor_kind = 'staff'`
  expect(new Set(records.map(({ actor_id }) => actor_id))).toEqual(new Set([staffId]))
  const withReason = records.filter(({ data }) => 'reason' in (JSON.parse(data) as object)).map(({ event }) => event)
  expect([...new Set(withReason)].sort()).toEqual([
    'appointment_cancelled_by_staff',
    'appointment_moved_by_staff',
    'day_closed',
    'day_list_taken',
    'slot_capacity_changed',
    'slot_pause_changed',
  ])
})

test('no audit record of a visit names its person', async () => {
  await residentsVisit(server)
  await staffServe(server)
  const rows = await server.database.read.sql<object[]>`SELECT * FROM audit_records`
  const text = JSON.stringify(rows)
  for (const key of ['chenjianguo', 'wangxiuying', 'liuzhiqiang']) {
    for (const fact of [person(key).name, person(key).residentId, person(key).phone]) expect(text).not.toContain(fact)
  }
})
