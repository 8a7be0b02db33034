import { signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { daughterAsks, JPEG, taskInHand, WEEK, witnessed } from './testing/mandate-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const VIEW = 'POST /v1/staff/mandates/:id/scan-views'
const wanted = (token: string, id: string) => ({ token, params: { id }, body: { reason: 'complaint' as const } })

test('a supervisor sees the picture that was kept; that stands in the audit and among what was done with the person’s data', async () => {
  const { mandate } = await witnessed(server)
  const { staffId, token } = await signInStaff(server, 'supervisor')
  expect(await server.call(VIEW, wanted(token, mandate.id))).toEqual({
    image: JPEG,
    type: 'image/jpeg',
    takenAt: '2026-11-21T01:02:03.000Z',
  })
  const [record] = await server.database.read.sql<{ data: string }[]>`
    SELECT actor_kind, actor_id, subject, data FROM audit_records WHERE event = 'mandate_scan_viewed'`
  expect(record).toMatchObject({ actor_kind: 'staff', actor_id: staffId, subject: mandate.id, data: '{"reason":"complaint"}' })
  const person = await signInVerified(server, 'wangxiuying')
  const { items } = await server.call('GET /v1/account/activity', { token: person.token, query: {} })
  expect(items.find(({ event }) => event === 'mandate_scan_viewed')).toMatchObject({
    title: '主管核对委托时拍的身份证',
    actor: 'staff',
  })
})

test('it is kept after the mandate has ended, and gone with the person’s account', async () => {
  const { token: mother } = await signInVerified(server, 'wangxiuying')
  const { mandate, task, volunteer } = await witnessed(server)
  const back = { token: volunteer, params: { id: task.id }, body: { reason: '家里有事' } }
  await server.call('POST /v1/staff/tasks/:id/return', back)
  const { token } = await signInStaff(server, 'supervisor')
  expect(await server.call(VIEW, wanted(token, mandate.id))).toMatchObject({ image: JPEG })
  await server.call('POST /v1/account/deletion', { token: mother, body: { confirm: '注销' } })
  expect(await server.refused(VIEW, wanted(token, mandate.id))).toMatchObject({ code: 'not_found' })
})

test('nobody else sees it, and what was refused is no look', async () => {
  const { mandate, clerk, volunteer } = await witnessed(server)
  const admin = await signInStaff(server, 'admin')
  const { token: resident } = await signInVerified(server, 'wangxiuying')
  for (const token of [clerk, volunteer, admin.token, resident])
    expect(await server.refused(VIEW, wanted(token, mandate.id))).toMatchObject({ code: 'not_allowed' })
  const elsewhere = await signInStaff(server, 'supervisor')
  await server.database.inTransaction(
    (tx) => tx.affected`UPDATE staff_members SET office_id = 'hall' WHERE id = ${elsewhere.staffId}`,
  )
  expect(await server.refused(VIEW, wanted(elsewhere.token, mandate.id))).toMatchObject({ code: 'not_found' })
  expect(await server.database.read.sql`SELECT id FROM audit_records WHERE event = 'mandate_scan_viewed'`).toEqual([])
})

test('where none was taken there is none', async () => {
  const family = await daughterAsks(server)
  const { volunteer, task } = await taskInHand(server)
  const body = { ...WEEK, evidence: 'app' as const, scan: null }
  const byApp = await server.call('POST /v1/staff/tasks/:id/mandates', { token: volunteer, params: { id: task.id }, body })
  const { token } = await signInStaff(server, 'supervisor')
  for (const { id } of [family.mandate, byApp])
    expect(await server.refused(VIEW, wanted(token, id))).toMatchObject({ code: 'not_found' })
})
