import { person, signInBySms, signInVerified } from '../../../../test/people'
import { signInStaff } from '../../../../test/staff'
import { startTestServer, type TestServer } from '../../../../test/test-server'
import { acceptTask, ADDRESS, aRequest, askedAtCounter, forSomebody, registerAndSignIn, tasksOf } from './testing/task-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const { name, phone } = person('wangxiuying')
/** What is for the volunteer alone who has the task. */
const CONTACT = [name, phone, ADDRESS]
const found = (shown: unknown): string[] => CONTACT.filter((fact) => JSON.stringify(shown).includes(fact))

/** Everything one of the staff is shown of tasks. */
async function seen(token: string, id: string): Promise<unknown> {
  const one = await server.call('GET /v1/staff/tasks/:id', { token, params: { id } })
  return [one, await tasksOf(server, token), await tasksOf(server, token, 'yes')]
}

test('name, phone and address are for the volunteer who has the task, while they have it', async () => {
  const { id } = await askedAtCounter(server)
  const { token } = await signInStaff(server, 'volunteer')
  const office = await signInStaff(server, 'township-clerk')
  const supervisor = await signInStaff(server, 'supervisor')
  expect(found(await seen(token, id))).toEqual([])
  await acceptTask(server, token, id)
  expect(found(await seen(token, id))).toEqual(CONTACT)
  for (const other of [office.token, supervisor.token]) expect(found(await seen(other, id))).toEqual([])
  await server.call('POST /v1/staff/tasks/:id/return', { token, params: { id }, body: { reason: '家里有急事' } })
  expect(found(await seen(token, id))).toEqual([])
  await acceptTask(server, token, id)
  const body = { outcome: '办好了', minutes: 5 }
  expect(found(await server.call('POST /v1/staff/tasks/:id/finish', { token, params: { id }, body }))).toEqual([])
  for (const other of [token, office.token, supervisor.token]) expect(found(await seen(other, id))).toEqual([])
})

test('a volunteer sees nothing of what others have or have done', async () => {
  const { id } = await askedAtCounter(server)
  const { token } = await signInStaff(server, 'volunteer')
  const other = await registerAndSignIn(server, 'li.hong')
  await acceptTask(server, token, id)
  const attempt = { token: other.token, params: { id } }
  expect(await tasksOf(server, other.token)).toEqual([])
  expect(await server.refused('GET /v1/staff/tasks/:id', attempt)).toMatchObject({ code: 'not_found' })
  for (const key of ['return', 'finish'] as const) expect(await tryTo(key, other.token, id)).toBe('not_found')
  await server.call('POST /v1/staff/tasks/:id/finish', { token, params: { id }, body: { outcome: '办好了', minutes: 5 } })
  expect(await tasksOf(server, other.token, 'yes')).toEqual([])
  expect(await tasksOf(server, token, 'yes')).toMatchObject([{ id, mine: true }])
})

async function tryTo(what: 'accept' | 'return' | 'finish' | 'cancel', token: string, id: string): Promise<string> {
  const at = { token, params: { id } }
  const reason = { ...at, body: { reason: '试一试' } }
  if (what === 'accept') return (await server.refused('POST /v1/staff/tasks/:id/accept', at)).code
  if (what === 'return') return (await server.refused('POST /v1/staff/tasks/:id/return', reason)).code
  if (what === 'cancel') return (await server.refused('POST /v1/staff/tasks/:id/cancel', reason)).code
  const body = { outcome: '办好了', minutes: 5 }
  return (await server.refused('POST /v1/staff/tasks/:id/finish', { ...at, body })).code
}

test('people of another office see and do nothing', async () => {
  const { id } = await askedAtCounter(server)
  const clerk = await signInStaff(server, 'clerk')
  const volunteer = await registerAndSignIn(server, 'li.hong', { office: 'hall' })
  for (const { token } of [clerk, volunteer]) {
    expect(await tasksOf(server, token)).toEqual([])
    expect(await server.refused('GET /v1/staff/tasks/:id', { token, params: { id } })).toMatchObject({ code: 'not_found' })
  }
  expect(await tryTo('accept', volunteer.token, id)).toBe('not_found')
  expect(await tryTo('cancel', clerk.token, id)).toBe('not_found')
  const elsewhere = { token: clerk.token, body: forSomebody('wangxiuying') }
  expect(await server.refused('POST /v1/staff/tasks', elsewhere)).toMatchObject({ code: 'not_allowed' })
})

test('each role does its own part, and an administrator none', async () => {
  const { id } = await askedAtCounter(server)
  const [clerk, admin] = [await signInStaff(server, 'township-clerk'), await signInStaff(server, 'admin')]
  const volunteer = await signInStaff(server, 'volunteer')
  for (const what of ['accept', 'return', 'finish'] as const) expect(await tryTo(what, clerk.token, id)).toBe('not_allowed')
  expect(await tryTo('cancel', volunteer.token, id)).toBe('not_allowed')
  const open = { token: volunteer.token, body: forSomebody('wangxiuying') }
  expect(await server.refused('POST /v1/staff/tasks', open)).toMatchObject({ code: 'not_allowed' })
  expect(await server.refused('GET /v1/staff/tasks', { token: admin.token, query: {} })).toMatchObject({ code: 'not_allowed' })
})

test('residents see their own alone, and need a real name', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  const { id } = await server.call('POST /v1/help-requests', { token, body: aRequest() })
  const other = await signInVerified(server, 'chenjianguo')
  const theirs = { token: other.token, params: { id } }
  expect(await server.refused('GET /v1/help-requests/:id', theirs)).toMatchObject({ code: 'not_found' })
  expect(await server.refused('DELETE /v1/help-requests/:id', theirs)).toMatchObject({ code: 'not_found' })
  expect((await server.call('GET /v1/help-requests', { token: other.token })).items).toEqual([])
  const nameless = await signInBySms(server, person('liuzhiqiang').phone)
  const attempt = { token: nameless.token, body: aRequest() }
  expect(await server.refused('POST /v1/help-requests', attempt)).toMatchObject({ code: 'real_name_required' })
})

test.each([
  ['a day gone by', { date: '2026-11-20' }, 'invalid_input'],
  ['a day far ahead', { date: '2027-03-01' }, 'invalid_input'],
  ['an office that is none', { office: 'nowhere' }, 'not_found'],
  ['home without an address', { address: null }, 'invalid_input'],
  ['nothing said of what', { topic: 'other' as const, words: '' }, 'invalid_input'],
])('%s is refused', async (_, more, code) => {
  const { token } = await signInVerified(server, 'wangxiuying')
  expect(await server.refused('POST /v1/help-requests', { token, body: aRequest(more) })).toMatchObject({ code })
})

test('the counter asks for nobody whose name and number the police do not confirm', async () => {
  const { token } = await signInStaff(server, 'township-clerk')
  const { request, person: known } = forSomebody('wangxiuying')
  const wrong = { token, body: { request, person: { ...known, name: '王秀芳' } } }
  expect(await server.refused('POST /v1/staff/tasks', wrong)).toMatchObject({
    code: 'real_name_mismatch',
    fields: [{ path: 'person.name' }, { path: 'person.residentId' }],
  })
  server.fakes.setFault('police', { mode: 'refuse' })
  const body = { request, person: known }
  expect(await server.refused('POST /v1/staff/tasks', { token, body })).toMatchObject({
    code: expect.stringMatching(/^department_/),
  })
  expect(await server.database.read.sql`SELECT id FROM accounts`).toEqual([])
})

test('the address is kept only where somebody comes home', async () => {
  const { token } = await signInVerified(server, 'wangxiuying')
  await server.call('POST /v1/help-requests', { token, body: aRequest({ way: 'phone' }) })
  const [row] = await server.database.read.sql<object[]>`SELECT address_sealed, words_sealed FROM help_requests`
  expect(row).toMatchObject({ address_sealed: null, words_sealed: expect.stringMatching(/^v1\./) })
})
