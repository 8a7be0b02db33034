import { type TOTP, URI } from 'otpauth'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { addStaffMember } from './add-staff-member'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const yang = { username: 'yang.li', name: '杨丽', role: 'clerk', officeId: 'hall' } as const

test('a new member of staff signs in with what was printed', async () => {
  const first = await addStaffMember(server.deps, yang)
  const code = (URI.parse(first?.totpUri ?? '') as TOTP).generate({ timestamp: server.clock.now().getTime() })
  const body = { username: yang.username, password: first?.password ?? '', totp: code }
  expect(await server.call('POST /v1/staff/sessions', { body })).toMatchObject({ name: '杨丽', role: 'clerk', office: 'hall' })
})

test('a username that is taken stays with whoever has it', async () => {
  await addStaffMember(server.deps, yang)
  expect(await addStaffMember(server.deps, { ...yang, name: '别人', role: 'administrator' })).toBeNull()
})
