import { readFileSync } from 'node:fs'
import path from 'node:path'
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
  expect(waiting).toMatch(/^audit_oldest_unsealed_seconds 400$/m)
  await server.runJob('audit-seal')
  server.clock.advance(30_000)
  expect(await metrics()).toMatch(/^outbox_oldest_waiting_seconds 30$/m)
  expect(await metrics()).toMatch(/^audit_oldest_unsealed_seconds 0$/m)
  expect(waiting).toMatch(/http_request_duration_seconds_count\{endpoint="POST \/v1\/case-look-ups",status="200"\} 1/)
  expect(waiting).toMatch(/department.*lookUpByPassword/)
  await server.runJob('outbox')
  expect(await metrics()).toContain('outbox_messages{status="waiting"} 0')
})

const OPS = path.join(__dirname, '../../ops')

test('alerts and dashboard ask for nothing that is not measured', async () => {
  const measured = await metrics()
  const asked = ['alerts.yml', 'dashboard.json'].flatMap((file) => [
    ...readFileSync(path.join(OPS, file), 'utf8').matchAll(/\b(?:http|department|outbox|audit|process|nodejs)_[a-z0-9_]+/g),
  ])
  expect(asked.length).toBeGreaterThan(10)
  const names = new Set(asked.map(([name]) => name.replace(/_(?:bucket|count|sum)$/, '')))
  const labels = ['department_timeout', 'department_unavailable', 'department_invalid_reply']
  expect([...names].filter((name) => !labels.includes(name) && !measured.includes(`# TYPE ${name} `))).toEqual([])
})
