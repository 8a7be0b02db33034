import { lastCode, person, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { addFamily, answerFamily, confirmation, motherAsked } from './testing/family-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const REQUESTS = '/features/family/pages/requests/index'
const LIST = '/features/family/pages/list/index'

/** What is in somebody's inbox about family, newest first. */
async function told(token: string) {
  await server.runJob('outbox')
  const { items } = await server.call('GET /v1/messages', { token, query: {} })
  return items.map(({ kind, title, body, link }) => ({ kind, title, body, link }))
}

test('the person asked finds the request in the app, once, with the masked name of who asks', async () => {
  const { daughter, mother } = await motherAsked(server)
  await addFamily(server, daughter, 'wangxiuying')
  expect(await told(mother)).toEqual([
    { kind: 'family', title: '家人想看您的健康码', body: expect.stringContaining('李*红') as unknown, link: REQUESTS },
  ])
  expect(await told(daughter)).toEqual([])
})

test('the asker learns of a yes, and of the end of it by either way of ending', async () => {
  const { daughter, mother, member } = await motherAsked(server)
  await answerFamily(server, mother, member.id, true)
  await answerFamily(server, mother, member.id, true)
  const agreed = { kind: 'family', title: '家人同意了', body: expect.stringContaining('王*英') as unknown, link: LIST }
  expect(await told(daughter)).toEqual([agreed])
  await server.call('DELETE /v1/family/:id', { token: mother, params: { id: member.id } })
  expect(await told(daughter)).toMatchObject([{ title: '家人停止了出示', link: LIST }, agreed])
})

test('the asker learns of a no', async () => {
  const { daughter, mother, member } = await motherAsked(server)
  await answerFamily(server, mother, member.id, false)
  expect(await told(daughter)).toMatchObject([{ title: '家人没有同意' }])
})

test('an asker who takes the request back is told nothing', async () => {
  const { daughter, member } = await motherAsked(server)
  await server.call('DELETE /v1/family/:id', { token: daughter, params: { id: member.id } })
  expect(await told(daughter)).toEqual([])
})

test('whoever read a code out is told what it did, and where to stop it', async () => {
  const { daughter, mother, member } = await motherAsked(server)
  const code = lastCode(server, person('wangxiuying').phone)
  await server.call('POST /v1/family/:id/code', confirmation(daughter, member.id, code))
  expect(await told(mother)).toMatchObject([
    { title: '您已同意家人看健康码', body: expect.stringContaining('李*红') as unknown, link: LIST },
    { title: '家人想看您的健康码' },
  ])
})

test('a minor of the household is shown at once: nobody is asked and nobody is told', async () => {
  const { token: father } = await signInVerified(server, 'chenjianguo')
  const { token: child } = await signInVerified(server, 'zhangwei')
  await addFamily(server, father, 'zhangwei', 'child')
  expect([await told(father), await told(child)]).toEqual([[], []])
})

test('nothing is kept for an account that is gone', async () => {
  const { mother } = await motherAsked(server)
  const { token } = await signInVerified(server, 'chenjianguo')
  const { id } = await addFamily(server, token, 'wangxiuying')
  await answerFamily(server, mother, id, true)
  await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
  await server.runJob('outbox')
  const rows = await server.database.read.sql<object[]>`SELECT id FROM messages WHERE account_id NOT IN (SELECT id FROM accounts)`
  expect(rows).toEqual([])
})
