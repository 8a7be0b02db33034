import { randomUUID } from 'node:crypto'
import { person, signInVerified } from '../../../../test/people'
import { signInStaff, type StaffSession } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { acceptTask, askedAtCounter, askForHelp, forSomebody, grantMandate, mandateState, tasksOf } from './testing/task-calls'

let server: TestServer
let volunteer: StaffSession
beforeEach(async () => {
  server = await startTestServer()
  volunteer = await signInStaff(server, 'volunteer')
})
afterEach(() => server.close())

const PHONE = person('wangxiuying').phone
const DAY = 86_400_000

const inbox = async (token: string): Promise<string[]> => {
  await server.runJob('outbox')
  return (await server.call('GET /v1/messages', { token, query: {} })).items.map(({ title }) => title).sort()
}
const texts = async (): Promise<string[]> => {
  await server.runJob('outbox')
  return server.fakes
    .smsSent(PHONE)
    .flatMap(({ template, params }) => (template === 'help_request' ? [params['text'] ?? ''] : []))
    .sort()
}
const finish = (id: string, token = volunteer.token) => ({
  token,
  params: { id },
  body: { outcome: '约好了，材料也备齐了', minutes: 45 },
})

test('asked, accepted, done: the person sees each step, and is told', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const asked = await askForHelp(server, token)
  expect(asked).toMatchObject({ status: 'open', person: '王*英', volunteer: null, promisedBy: '2026-11-25', overdue: false })
  expect(asked.number).toMatch(/^1124\d{6}$/)
  const task = await acceptTask(server, volunteer.token, asked.id)
  expect(task).toMatchObject({ status: 'accepted', mine: true, contact: { name: '王秀英', phone: PHONE } })
  expect(await server.call('GET /v1/help-requests/:id', { token, params: { id: asked.id } })).toMatchObject({
    status: 'accepted',
    volunteer: '刘志强',
  })
  await grantMandate(server, asked, volunteer.staffId)
  const done = await server.call('POST /v1/staff/tasks/:id/finish', finish(asked.id))
  expect(done).toMatchObject({ status: 'done', outcome: '约好了，材料也备齐了', contact: null, mandate: null })
  expect(await mandateState(server, asked.id)).toBe('task_closed')
  expect((await server.call('GET /v1/help-requests', { token })).items).toMatchObject([{ status: 'done' }])
  expect(await inbox(token)).toEqual(['您求助的事办完了', '有志愿者来帮您'].sort())
  expect(await texts()).toEqual([])
})

test('who has no app is told by SMS, short enough to be read out', async () => {
  const { id } = await askedAtCounter(server)
  await acceptTask(server, volunteer.token, id)
  await server.call('POST /v1/staff/tasks/:id/finish', finish(id))
  const sent = await texts()
  expect(sent).toEqual(
    [
      '已登记您的求助：帮我预约，11月24日 周二上午。最晚11月25日 周三帮您办。有事请打 0731-00000001。',
      '有志愿者来帮您：刘志强接了您的求助（帮我预约，11月24日 周二上午）。有事请打 0731-00000001。',
      '您求助的事办完了：约好了，材料也备齐了。有事请打 0731-00000001。',
    ].sort(),
  )
  expect(Math.max(...sent.map((text) => [...text].length))).toBeLessThanOrEqual(70)
})

test('given back with the reason it is open again for the others, and what was allowed for it has ended', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { id } = await askForHelp(server, token)
  await acceptTask(server, volunteer.token, id)
  await grantMandate(server, { id }, volunteer.staffId)
  const give = { token: volunteer.token, params: { id }, body: { reason: '家里有急事' } }
  expect(await server.call('POST /v1/staff/tasks/:id/return', give)).toMatchObject({
    status: 'open',
    returned: '家里有急事',
    mine: false,
    contact: null,
    volunteer: null,
  })
  expect(await mandateState(server, id)).toBe('actor')
  expect(await inbox(token)).toEqual(['有志愿者来帮您', '正在另找志愿者'].sort())
  expect(await server.refused('POST /v1/staff/tasks/:id/return', give)).toMatchObject({ code: 'status_changed' })
  expect(await server.refused('POST /v1/staff/tasks/:id/finish', finish(id))).toMatchObject({ code: 'status_changed' })
  expect(await acceptTask(server, volunteer.token, id)).toMatchObject({ status: 'accepted', returned: '家里有急事' })
})

test('taken back by the person it is gone for the volunteer, and twice is once', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { id } = await askForHelp(server, token)
  await acceptTask(server, volunteer.token, id)
  await grantMandate(server, { id }, volunteer.staffId)
  const mine = { token, params: { id } }
  await server.call('DELETE /v1/help-requests/:id', mine)
  await server.call('DELETE /v1/help-requests/:id', mine)
  expect(await mandateState(server, id)).toBe('task_closed')
  expect(await tasksOf(server, volunteer.token)).toEqual([])
  expect(await server.refused('POST /v1/staff/tasks/:id/finish', finish(id))).toMatchObject({ code: 'not_found' })
  expect(await server.call('GET /v1/help-requests/:id', mine)).toMatchObject({ status: 'cancelled', volunteer: null })
})

test('what is done cannot be taken back', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { id } = await askForHelp(server, token)
  await acceptTask(server, volunteer.token, id)
  await server.call('POST /v1/staff/tasks/:id/finish', finish(id))
  const mine = { token, params: { id } }
  expect(await server.refused('DELETE /v1/help-requests/:id', mine)).toMatchObject({ code: 'status_changed' })
})

test('cancelled by the office, the person reads why', async () => {
  const { id } = await askedAtCounter(server)
  const { token } = await signInStaff(server, 'township-clerk')
  const cancel = { token, params: { id }, body: { reason: '本人来电，不用办了' } }
  expect(await server.call('POST /v1/staff/tasks/:id/cancel', cancel)).toMatchObject({ status: 'cancelled' })
  expect(await server.call('POST /v1/staff/tasks/:id/cancel', cancel)).toMatchObject({ outcome: '本人来电，不用办了' })
  expect(await texts()).toContain('您的求助取消了：本人来电，不用办了。还要帮忙，请再提出。有事请打 0731-00000001。')
  expect(await tasksOf(server, token)).toEqual([])
  expect(await tasksOf(server, token, 'yes')).toMatchObject([{ id, status: 'cancelled' }])
})

test('a day after the promise it is overdue, until it is done', async () => {
  const { id } = await askedAtCounter(server)
  const overdue = async () =>
    (await tasksOf(server, (await signInStaff(server, 'township-clerk')).token)).map((task) => task.overdue)
  server.clock.advance(4 * DAY)
  expect(await overdue()).toEqual([false])
  server.clock.advance(DAY)
  expect(await overdue()).toEqual([true])
  const { token } = await signInStaff(server, 'volunteer')
  await acceptTask(server, token, id)
  expect(await server.call('POST /v1/staff/tasks/:id/finish', finish(id, token))).toMatchObject({ overdue: false })
})

test('what is promised first comes first', async () => {
  const { token } = await signInStaff(server, 'township-clerk')
  const on = (key: string, date: string) => server.call('POST /v1/staff/tasks', { token, body: forSomebody(key, { date }) })
  await on('chenjianguo', '2026-12-01')
  await on('lixiaohong', '2026-11-24')
  expect((await tasksOf(server, token)).map(({ promisedBy }) => promisedBy)).toEqual(['2026-11-25', '2026-12-01'])
})

test('the daughter asks for her mother, follows it, and takes it back; a removal ends that at once', async () => {
  const mother = await signInVerified(server, 'wangxiuying')
  const { token } = await signInVerified(server, 'lixiaohong')
  const { name, residentId } = person('wangxiuying')
  const member = await server.call('POST /v1/family', { token, body: { name, residentId, relation: 'parent' } })
  expect(await server.refused('POST /v1/help-requests', wish(token, member.id))).toMatchObject({ code: 'not_found' })
  await server.call('POST /v1/family/:id/answer', { token: mother.token, params: { id: member.id }, body: { accept: true } })
  const { id, person: shown } = await server.call('POST /v1/help-requests', wish(token, member.id))
  expect(shown).toBe('王*英')
  expect((await server.call('GET /v1/help-requests', { token: mother.token })).items).toMatchObject([{ id }])
  await acceptTask(server, volunteer.token, id)
  expect(await inbox(mother.token)).toEqual(expect.arrayContaining(['有志愿者来帮您', '已登记您的求助']))
  expect(await inbox(token)).toEqual(expect.arrayContaining(['有志愿者来帮您']))
  await server.call('DELETE /v1/help-requests/:id', { token, params: { id } })
  expect(await inbox(mother.token)).toEqual(expect.arrayContaining(['您的求助取消了']))
  await server.call('DELETE /v1/family/:id', { token: mother.token, params: { id: member.id } })
  expect((await server.call('GET /v1/help-requests', { token })).items).toEqual([])
  expect(await server.refused('GET /v1/help-requests/:id', { token, params: { id } })).toMatchObject({ code: 'not_found' })
})

const wish = (token: string, member: string) => ({
  token,
  body: { ...forSomebody('wangxiuying').request, member },
})

test('each change is written down with ids alone', async () => {
  const { id } = await askedAtCounter(server)
  await acceptTask(server, volunteer.token, id)
  await server.call('POST /v1/staff/tasks/:id/return', { token: volunteer.token, params: { id }, body: { reason: '家里有急事' } })
  await acceptTask(server, volunteer.token, id)
  await server.call('POST /v1/staff/tasks/:id/finish', finish(id))
  const rows = await server.database.read.sql<
    { event: string; actor_kind: string; data: string; beneficiary_id: string | null }[]
  >`
    SELECT event, actor_kind, data, beneficiary_id FROM audit_records WHERE subject = ${id} ORDER BY id`
  expect(rows.map(({ event, actor_kind }) => [event, actor_kind])).toEqual([
    ['help_requested', 'staff'],
    ['task_accepted', 'volunteer'],
    ['task_returned', 'volunteer'],
    ['task_accepted', 'volunteer'],
    ['task_finished', 'volunteer'],
  ])
  expect(new Set(rows.map(({ beneficiary_id }) => beneficiary_id)).size).toBe(1)
  expect(JSON.stringify(rows)).not.toMatch(/急事|王秀英|约好/)
})

test('a double tap is one request', async () => {
  const { token } = await signInStaff(server, 'township-clerk')
  const input = { token, body: forSomebody('wangxiuying'), idempotencyKey: randomUUID() }
  const [first, second] = await Promise.all([1, 2].map(() => server.call('POST /v1/staff/tasks', input)))
  expect(first).toEqual(second)
  expect(await tasksOf(server, token)).toHaveLength(1)
})
