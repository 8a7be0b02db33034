import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { JPEG, WEEK, witnessed } from './mandates/testing/mandate-calls'
import { askedAtCounter, forSomebody, OFFICE } from './tasks/testing/task-calls'
import { worksAt } from './works-at'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** The roles that have something to do with tasks, and who of the demonstration has them. */
const STAFF = { volunteer: 'volunteer', clerk: 'township-clerk', supervisor: 'supervisor' } as const
type Role = keyof typeof STAFF

async function signInAt(role: Role, officeId: string | null): Promise<string> {
  const { staffId, token } = await signInStaff(server, STAFF[role])
  await server.database.inTransaction((tx) => tx.affected`UPDATE staff_members SET office_id = ${officeId} WHERE id = ${staffId}`)
  return token
}

test.each([
  ['volunteer', OFFICE, true],
  ['volunteer', 'hall', false],
  ['volunteer', null, false],
  ['clerk', OFFICE, true],
  ['clerk', 'hall', false],
  ['clerk', null, false],
  ['supervisor', OFFICE, true],
  ['supervisor', 'hall', false],
  ['supervisor', null, true],
  ['administrator', null, false],
] as const)('a %s of the office %s works at the one asked about: %p', (role, officeId, works) => {
  const staff = { kind: 'staff', staffId: 's', sessionId: 's', role, officeId } as const
  expect(worksAt(staff, OFFICE)).toBe(works)
})

describe.each([
  ['volunteer', null],
  ['volunteer', 'hall'],
  ['clerk', null],
  ['clerk', 'hall'],
  ['supervisor', 'hall'],
] as const)('a %s of the office %s', (role, officeId) => {
  test('sees no task, no volunteer and no mandate of another, and does nothing about them', async () => {
    const { mandate, task } = await witnessed(server)
    const open = await askedAtCounter(server)
    const token = await signInAt(role, officeId)
    const [ofTask, ofMandate] = [
      { token, params: { id: task.id } },
      { token, params: { id: mandate.id } },
    ]
    const ask = { ...ofTask, body: { ...WEEK, evidence: 'witnessed' as const, scan: JPEG } }
    for (const closed of ['yes', 'no'] as const)
      expect((await server.call('GET /v1/staff/tasks', { token, query: { closed } })).items).toEqual([])
    const refusals = [
      await server.refused('GET /v1/staff/tasks/:id', ofTask),
      await server.refused('GET /v1/staff/tasks/:id', { token, params: { id: open.id } }),
      await server.refused('POST /v1/staff/tasks/:id/mandates', ask),
      await server.refused('POST /v1/staff/mandates/:id/code', { ...ofMandate, body: { code: '000000' } }),
      await server.refused('GET /v1/staff/mandates/:id/acts', ofMandate),
      await server.refused('GET /v1/staff/mandates/:id/slip', ofMandate),
    ]
    expect(refusals.map(({ code }) => code)).toEqual(refusals.map(() => 'not_found'))
    if (role === 'volunteer') return
    expect((await server.call('GET /v1/staff/volunteers', { token })).items).toEqual([])
    expect(await server.refused('POST /v1/staff/tasks', { token, body: forSomebody('chenjianguo') })).toMatchObject({
      code: 'not_allowed',
    })
  })
})

test('a supervisor of the office, and one of the whole county, see its tasks and mandates', async () => {
  const { mandate, task } = await witnessed(server)
  for (const officeId of [OFFICE, null]) {
    const token = await signInAt('supervisor', officeId)
    expect((await server.call('GET /v1/staff/tasks', { token, query: {} })).items).toMatchObject([{ id: task.id }])
    expect(await server.call('GET /v1/staff/mandates/:id/acts', { token, params: { id: mandate.id } })).toEqual({ items: [] })
  }
})
