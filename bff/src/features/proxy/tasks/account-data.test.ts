import { signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { acceptTask, ADDRESS, askForHelp, tasksOf, WORDS } from './testing/task-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

test('the export holds what was asked for in full', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  await askForHelp(server, token)
  const { helpRequests } = await server.call('GET /v1/account/export', { token })
  expect(helpRequests).toMatchObject([{ words: WORDS, address: ADDRESS, phone: '13800000001', status: 'open' }])
})

test('deleting the account takes back what is open, and leaves nothing that can be opened', async () => {
  const { token, account } = await signInVerified(server, 'wangxiuying')
  const { token: volunteer } = await signInStaff(server, 'volunteer')
  const first = await askForHelp(server, token)
  await askForHelp(server, token)
  await acceptTask(server, volunteer, first.id)
  const body = { outcome: '办好了', minutes: 5 }
  await server.call('POST /v1/staff/tasks/:id/finish', { token: volunteer, params: { id: first.id }, body })
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  expect(await tasksOf(server, volunteer)).toEqual([])
  expect(await tasksOf(server, volunteer, 'yes')).toMatchObject([
    { id: first.id, person: '（已注销）', words: '', outcome: null },
  ])
  const rows = await server.database.read.sql<{ status: string; account_id: string }[]>`SELECT * FROM help_requests ORDER BY id`
  expect(rows.map(({ status }) => status)).toEqual(['done', 'cancelled'])
  expect(rows.map(({ account_id }) => account_id)).not.toContain(account.id)
  expect(JSON.stringify(rows)).not.toMatch(/v1\.(aes|guomi)\./)
})
