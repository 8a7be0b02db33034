import { person, signInBySms } from '../../test/people'
import { startTestServer, type TestServer } from '../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const DAY = 86_400_000

async function kept(): Promise<Record<string, number>> {
  const { read } = server.database
  return {
    sessions: (await read.sql`SELECT id FROM sessions`).length,
    codes: (await read.sql`SELECT code_index FROM sms_codes`).length,
    attempts: (await read.sql`SELECT key FROM attempts`).length,
    copies: (await read.sql`SELECT key FROM department_copies`).length,
  }
}

test('what no longer holds is deleted, what holds stays', async () => {
  await signInBySms(server, person('chenjianguo').phone)
  await server.call('POST /v1/sms-codes', { body: { phone: person('lixiaohong').phone } })
  const lookUp = { by: 'password', caseNumber: '430224-2026-000123', password: 'A1B2C3' } as const
  await server.call('POST /v1/case-look-ups', { body: lookUp })
  await server.refused('POST /v1/case-look-ups', { body: { ...lookUp, password: 'WRONG1' } })
  const before = await kept()
  expect(before).toEqual({ sessions: 1, codes: 1, attempts: 2, copies: 1 })
  await server.runJob('forget-expired')
  expect(await kept()).toEqual(before)
  server.clock.advance(31 * DAY)
  await server.runJob('forget-expired')
  expect(await kept()).toEqual({ sessions: 0, codes: 0, attempts: 0, copies: 0 })
})
