import { person, signInBySms } from '../people'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text()

test('requests, department calls and waiting messages are counted, by endpoint and operation and never by person', async () => {
  const { token } = await signInBySms(server, person('lixiaohong').phone)
  const lookUp = { by: 'password', caseNumber: '430224-2026-000123', password: 'A1B2C3' } as const
  const { followProof } = await server.call('POST /v1/case-look-ups', { token, body: lookUp })
  await server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
  server.clock.advance(400_000)
  server.fakes.advance('430224-2026-000123')
  await server.runJob('follow-poller')
  const waiting = await metrics()
  expect(waiting).toContain('outbox_messages{status="waiting"} 1')
  expect(waiting).toMatch(/http_request_duration_seconds_count\{endpoint="POST \/v1\/case-look-ups",status="200"\} 1/)
  expect(waiting).toMatch(/department.*lookUpByPassword/)
  await server.runJob('outbox')
  expect(await metrics()).toContain('outbox_messages{status="waiting"} 0')
})
