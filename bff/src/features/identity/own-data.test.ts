import { randomUUID } from 'node:crypto'
import { person, signInBySms, signInVerified } from '../../../test/people'
import { startTestServer, type TestServer } from '../../../test/test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const chen = person('chenjianguo')
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe('sessions', () => {
  test('they end after 30 days without use, and use lengthens them to 180 days at most', async () => {
    const { token, account } = await signInBySms(server, chen.phone)
    server.clock.advance(29 * DAY)
    await server.call('GET /v1/sessions', { token })
    server.clock.advance(29 * DAY)
    expect(await server.call('GET /v1/session', { token })).toMatchObject({ account: { id: account.id } })
    server.clock.advance(2 * DAY)
    expect(await server.refused('GET /v1/session', { token })).toMatchObject({ code: 'session_expired', status: 401 })
  })

  test('use never carries a session past its absolute end', async () => {
    const { token } = await signInBySms(server, chen.phone)
    for (let month = 0; month < 8; month += 1) {
      server.clock.advance(22 * DAY)
      await server.call('POST /v1/session/renewal', { token })
    }
    server.clock.advance(5 * DAY)
    expect(await server.refused('GET /v1/session', { token })).toMatchObject({ code: 'session_expired' })
  })

  test('asking how long it lasts does not lengthen it', async () => {
    const { token, idleExpiresAt } = await signInBySms(server, chen.phone)
    server.clock.advance(10 * DAY)
    expect(await server.call('GET /v1/session', { token })).toMatchObject({ idleExpiresAt })
  })

  test('one device is signed out, the other stays; everywhere means everywhere', async () => {
    const here = await signInBySms(server, chen.phone)
    server.clock.advance(2 * MINUTE)
    const there = await signInBySms(server, chen.phone)
    const { items } = await server.call('GET /v1/sessions', { token: here.token })
    expect(items.map(({ id, current }) => [id, current]).sort()).toEqual(
      [
        [here.id, true],
        [there.id, false],
      ].sort(),
    )
    await server.call('DELETE /v1/sessions/:id', { token: here.token, params: { id: there.id } })
    expect(await server.refused('GET /v1/session', { token: there.token })).toMatchObject({ code: 'session_expired' })
    await server.call('DELETE /v1/sessions', { token: here.token })
    expect(await server.refused('GET /v1/session', { token: here.token })).toMatchObject({ code: 'session_expired' })
  })

  test("nobody signs another person's device out", async () => {
    const mine = await signInBySms(server, chen.phone)
    const theirs = await signInBySms(server, person('lixiaohong').phone)
    const attempt = { token: mine.token, params: { id: theirs.id } }
    expect(await server.refused('DELETE /v1/sessions/:id', attempt)).toMatchObject({ code: 'not_found' })
    await server.call('GET /v1/session', { token: theirs.token })
  })

  test.each(['', 'short', 'A'.repeat(43), randomUUID()])('the token %p opens nothing', async (token) => {
    expect(await server.refused('GET /v1/session', { token })).toMatchObject({ status: 401 })
  })
})

describe("the person's own data", () => {
  test('activity shows what was done, newest first, page by page, and nobody else sees it', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const stranger = await signInBySms(server, person('lixiaohong').phone)
    const first = await server.call('GET /v1/account/activity', { token, query: { limit: 1 } })
    expect(first.items.map(({ event, actor }) => [event, actor])).toEqual([['real_name_verified', 'self']])
    const rest = await server.call('GET /v1/account/activity', { token, query: { cursor: first.next ?? '' } })
    expect(rest.items.map(({ event }) => event)).toEqual(['signed_in'])
    const others = await server.call('GET /v1/account/activity', { token: stranger.token, query: {} })
    expect(others.items).toHaveLength(1)
  })

  test('the export holds everything in full', async () => {
    const { token } = await signInVerified(server, 'chenjianguo')
    const document = await server.call('GET /v1/account/export', { token })
    expect(document.account).toMatchObject({ phone: chen.phone, name: chen.name, residentId: chen.residentId })
    expect(document.sessions).toHaveLength(1)
  })

  test('deleting the account leaves nothing that can be opened, and the phone may start anew', async () => {
    const { token, account } = await signInVerified(server, 'chenjianguo')
    await server.call('GET /v1/cases', { token })
    await server.call('POST /v1/message-subscriptions', { token, body: { template: 'visit' } })
    expect(await countRows('idempotency_keys')).toBe(1)
    expect(await server.database.read.sql`SELECT key FROM department_copies`).not.toHaveLength(0)
    await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
    expect(await server.refused('GET /v1/session', { token })).toMatchObject({ status: 401 })
    for (const table of ['accounts', 'sessions', 'follows', 'messages', 'idempotency_keys'])
      expect([table, await countRows(table)]).toEqual([table, 0])
    expect(await server.database.read.sql`SELECT key FROM department_copies WHERE key LIKE '%applications%'`).toHaveLength(0)
    server.clock.advance(2 * MINUTE)
    const again = await signInBySms(server, chen.phone)
    expect(again.account.id).not.toBe(account.id)
  })
})

async function countRows(table: string): Promise<number> {
  const [row] = await server.database.read
    .createQueryBuilder()
    .select('CAST(count(*) AS integer)', 'rows')
    .from(table, 't')
    .getRawMany<{ rows: number }>()
  return row?.rows ?? -1
}
