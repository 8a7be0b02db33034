import { person, signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { acceptTask, aRequest, askedAtCounter, askForHelp, forSomebody, registerAndSignIn, tasksOf } from './testing/task-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const kept = (outcomes: readonly PromiseSettledResult<unknown>[]): number =>
  outcomes.filter(({ status }) => status === 'fulfilled').length

test('of many who ask at once for one person, three get through, whichever way they ask', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { token: clerk } = await signInStaff(server, 'township-clerk')
  const outcomes = await Promise.allSettled([
    ...[1, 2, 3, 4].map(() => askForHelp(server, token)),
    ...[1, 2, 3, 4].map(() => server.call('POST /v1/staff/tasks', { token: clerk, body: forSomebody('wangxiuying') })),
  ])
  expect(kept(outcomes)).toBe(3)
  expect((await server.call('GET /v1/help-requests', { token })).items).toHaveLength(3)
  const refusal = await server.refused('POST /v1/help-requests', { token, body: aRequest() })
  expect(refusal).toMatchObject({ code: 'request_limit_reached' })
})

test('a place is free again when one is closed', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const [first] = [await askForHelp(server, token), await askForHelp(server, token), await askForHelp(server, token)]
  await server.call('DELETE /v1/help-requests/:id', { token, params: { id: first.id } })
  await askForHelp(server, token)
})

test('people who are nobody yet, asked for at once, are one person', async () => {
  const { token } = await signInStaff(server, 'township-clerk')
  const ask = () => server.call('POST /v1/staff/tasks', { token, body: forSomebody('wangxiuying') })
  await Promise.all([ask(), ask(), ask()])
  const accounts = await server.database.read.sql<object[]>`SELECT id FROM accounts`
  expect(accounts).toHaveLength(1)
})

test('of many volunteers who tap at once exactly one has it, and tapping twice is once', async () => {
  const { id } = await askedAtCounter(server)
  const others = [await registerAndSignIn(server, 'li.hong'), await registerAndSignIn(server, 'li.hong2')]
  const tokens = [(await signInStaff(server, 'volunteer')).token, ...others.map(({ token }) => token)]
  const outcomes = await Promise.allSettled([...tokens, ...tokens].map((token) => acceptTask(server, token, id)))
  const holders = await Promise.all(tokens.map((token) => tasksOf(server, token)))
  const winners = holders.flatMap(([task]) => (task?.mine === true ? [task] : []))
  expect(winners).toHaveLength(1)
  expect(kept(outcomes)).toBe(2)
  expect(holders.flat()).toHaveLength(1)
  const taken = await server.database.read.sql<object[]>`SELECT id FROM audit_records WHERE event = 'task_accepted'`
  expect(taken).toHaveLength(1)
})

test('whoever comes second is told that it has changed', async () => {
  const { id } = await askedAtCounter(server)
  await acceptTask(server, (await signInStaff(server, 'volunteer')).token, id)
  const { token } = await registerAndSignIn(server, 'li.hong')
  const attempt = { token, params: { id } }
  expect(await server.refused('POST /v1/staff/tasks/:id/accept', attempt)).toMatchObject({ code: 'status_changed' })
})

test('done or given back or taken back: of all at once one counts', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { token: volunteer } = await signInStaff(server, 'volunteer')
  const { id } = await askForHelp(server, token)
  await acceptTask(server, volunteer, id)
  const params = { id }
  await Promise.allSettled([
    server.call('POST /v1/staff/tasks/:id/finish', { token: volunteer, params, body: { outcome: '办好了', minutes: 5 } }),
    server.call('POST /v1/staff/tasks/:id/finish', { token: volunteer, params, body: { outcome: '办好了', minutes: 6 } }),
    server.call('DELETE /v1/help-requests/:id', { token, params }),
  ])
  const ends = await server.database.read.sql<object[]>`
    SELECT event FROM audit_records WHERE subject = ${id} AND event IN ('task_finished', 'help_request_cancelled')`
  expect(ends).toHaveLength(1)
})

test('somebody who is let go while tapping keeps nothing', async () => {
  const { id } = await askedAtCounter(server)
  const volunteer = await registerAndSignIn(server, 'li.hong')
  const { token } = await signInStaff(server, 'supervisor')
  await Promise.allSettled([
    acceptTask(server, volunteer.token, id),
    server.call('POST /v1/staff/volunteers/:id/leave', { token, params: { id: volunteer.id } }),
    acceptTask(server, volunteer.token, id),
  ])
  expect(await server.call('GET /v1/staff/tasks/:id', { token, params: { id } })).toMatchObject({ status: 'open' })
})

test('nobody is their own volunteer', async () => {
  const { token: clerk } = await signInStaff(server, 'township-clerk')
  const { id } = await server.call('POST /v1/staff/tasks', { token: clerk, body: forSomebody('liuzhiqiang') })
  expect(person('liuzhiqiang').name).toBe('刘志强')
  const { token } = await signInStaff(server, 'volunteer')
  const attempt = { token, params: { id } }
  expect(await server.refused('POST /v1/staff/tasks/:id/accept', attempt)).toMatchObject({ code: 'not_allowed' })
})
