import { readFileSync } from 'node:fs'
import { PEOPLE } from '../../../scripts/fake-departments/people'
import { person, signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'
import { testDatabaseKind } from '../test-database'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** Every way a person's data could lie about: names, numbers, phones, and the secrets they typed. */
const PLANTED = [...PEOPLE.flatMap(({ name, residentId, phone }) => [name, residentId, phone]), 'A1B2C3', '430224-2026-000123']

const found = (text: string): string[] => PLANTED.filter((secret) => text.includes(secret))

/** Everything the database holds, as bytes on SQLite and as rows on PostgreSQL. */
async function everythingStored(): Promise<string> {
  if (testDatabaseKind === 'sqlite') {
    const file = server.database.url.slice('sqlite:'.length)
    return [file, `${file}-wal`].map((name) => readFileSync(name, 'utf8')).join('')
  }
  const tables = await server.database.read.sql<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`
  const dumps = await Promise.all(
    tables.map(({ name }) => server.database.read.createQueryBuilder().select('t.*').from(name, 't').getRawMany()),
  )
  return JSON.stringify(dumps)
}

/** A day in which everything that can hold personal data is used, faults included. */
async function useEverything(): Promise<void> {
  const { token } = await signInVerified(server, 'chenjianguo')
  const { phone, residentId } = person('lixiaohong')
  const lookUp = { by: 'password', caseNumber: '430224-2026-000123', password: 'A1B2C3' } as const
  const { followProof } = await server.call('POST /v1/case-look-ups', { token, body: lookUp })
  const { id } = await server.call('POST /v1/follows', { token, body: { proof: followProof ?? '' } })
  await server.call('GET /v1/cases', { token })
  await server.refused('POST /v1/real-name', { token, body: { name: '李小红', residentId } })
  server.clock.advance(400_000)
  server.fakes.advance('430224-2026-000123')
  await server.runJob('follow-poller')
  await server.runJob('outbox')
  for (const mode of ['wrong_shape', 'bad_json', 'refuse'] as const) {
    server.fakes.setFault('police', { mode })
    await server.call('GET /v1/cases', { token })
    server.fakes.setFault('sms', { mode })
    await server.refused('POST /v1/sms-codes', { body: { phone } })
  }
  server.fakes.clearFaults()
  await server.call('GET /v1/follows/:id', { token, params: { id } })
  await fetch(`${server.url}/v1/cases?name=${encodeURIComponent('陈建国')}&id=${person('chenjianguo').residentId}`)
  await fetch(`${server.url}/v1/sms-codes`, {
    method: 'POST',
    body: `{"phone": "${phone}"`,
    headers: { 'content-type': 'application/json' },
  })
}

test('no name, number, phone or typed secret reaches a log line, a metric or the database in the clear', async () => {
  await useEverything()
  const metrics = await (await fetch(`${server.url}/metrics`)).text()
  expect(server.logged()).not.toBe('')
  expect({ logs: found(server.logged()), metrics: found(metrics), database: found(await everythingStored()) }).toEqual({
    logs: [],
    metrics: [],
    database: [],
  })
})

test('the search finds what lies open', async () => {
  await server.database.inTransaction(
    (tx) => tx.affected`
    INSERT INTO department_copies (key, body, as_of) VALUES ('planted', ${person('wangxiuying').residentId}, '2026-11-21T00:00:00.000Z')`,
  )
  expect(found(await everythingStored())).toEqual([person('wangxiuying').residentId])
})
