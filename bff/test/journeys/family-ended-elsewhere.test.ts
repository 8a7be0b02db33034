import { person, signInVerified } from '../people'
import { otherProcess, type OtherProcess } from '../other-process'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
let other: OtherProcess
beforeEach(async () => {
  server = await startTestServer()
  other = await otherProcess(server)
})
afterEach(async () => {
  await other.close()
  await server.close()
})

test('what one process ends, the very next request to another no longer sees', async () => {
  const { token: mother } = await signInVerified(server, 'wangxiuying')
  const { token } = await signInVerified(server, 'lixiaohong')
  const { name, residentId } = person('wangxiuying')
  for (const ender of [mother, token]) {
    const { id } = await server.call('POST /v1/family', { token, body: { relation: 'parent', name, residentId } })
    await other.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
    const view = { token, params: { person: id } }
    for (const { call } of [server, other])
      expect(await call('GET /v1/health-codes/:person', view)).toMatchObject({ stale: false })
    await server.call('DELETE /v1/family/:id', { token: ender, params: { id } })
    expect(await other.refused('GET /v1/health-codes/:person', view)).toMatchObject({ code: 'not_found' })
    expect(await other.refused('POST /v1/health-codes/:person/token', view)).toMatchObject({ code: 'not_found' })
  }
})

test('a session that one process ends is nobody’s at another', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  await other.call('GET /v1/family', { token })
  await server.call('DELETE /v1/session', { token })
  expect(await other.refused('GET /v1/family', { token })).toMatchObject({ status: 401 })
})
