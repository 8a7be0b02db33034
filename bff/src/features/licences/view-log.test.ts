import { randomUUID } from 'node:crypto'
import { show, signInToShow } from '../../../test/licences'
import { person, signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { licenceData } from './account-data'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const PURPOSE = '给陈建国办理落户'

const viewsOf = (token: string, query: { cursor?: string; limit?: number } = {}) =>
  server.call('GET /v1/licence-views', { token, query })

const verify = async (username: Parameters<typeof signInStaff>[1], code: string) => {
  const { token } = await signInStaff(server, username)
  return server.call('POST /v1/verifications', { token, body: { code, purpose: PURPOSE } })
}

/** 陈建国 shows his ID card online and offline; a clerk of the hall checks the one, a volunteer in a township the other. */
async function aDay(): Promise<string> {
  const token = await signInToShow(server, 'chenjianguo')
  const online = await show(server, token)
  server.clock.advance(1)
  await verify('clerk', online.qr)
  server.clock.advance(1)
  const offline = await show(server, token, { way: 'offline', fields: ['name', 'over18'] })
  server.clock.advance(1)
  await verify('volunteer', offline.qr)
  return token
}

describe('who looked at my licences', () => {
  test('says for each showing and each check when, where, which fields and why', async () => {
    const token = await aDay()
    const { items, next } = await viewsOf(token)
    const [hall, township] = ['county_hall', 'township_centre'].map(
      (kind) => server.deps.pack.offices.find((office) => office.kind === kind)?.name,
    )
    expect(next).toBeNull()
    expect(items.map(({ id: _, ...view }) => view)).toEqual([
      {
        kind: 'verified',
        by: null,
        place: township,
        purpose: PURPOSE,
        fields: ['姓名', '已满 18 岁'],
        at: '2026-11-21T01:02:03.003Z',
        type: 'id_card',
      },
      {
        kind: 'presented',
        by: null,
        place: null,
        purpose: null,
        fields: ['姓名', '已满 18 岁'],
        at: '2026-11-21T01:02:03.002Z',
        type: 'id_card',
      },
      {
        kind: 'verified',
        by: null,
        place: hall,
        purpose: PURPOSE,
        fields: ['姓名', '公民身份号码'],
        at: '2026-11-21T01:02:03.001Z',
        type: 'id_card',
      },
      {
        kind: 'presented',
        by: null,
        place: null,
        purpose: null,
        fields: ['姓名', '公民身份号码'],
        at: '2026-11-21T01:02:03.000Z',
        type: 'id_card',
      },
    ])
  })

  test('names the county for staff who work everywhere', async () => {
    const token = await signInToShow(server, 'chenjianguo')
    await verify('supervisor', (await show(server, token)).qr)
    expect((await viewsOf(token)).items[0]).toMatchObject({ kind: 'verified', place: server.deps.pack.county.name })
  })

  test('comes in pages, and whole as an export that is written down', async () => {
    const token = await aDay()
    const first = await viewsOf(token, { limit: 3 })
    const second = await viewsOf(token, { limit: 3, cursor: first.next ?? '' })
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 1, null])
    const { items } = await server.call('GET /v1/licence-views/export', { token })
    expect(items).toEqual([...first.items, ...second.items])
    const activity = await server.call('GET /v1/account/activity', { token, query: { limit: 5 } })
    expect(activity.items.map(({ title, actor }) => [title, actor])).toEqual([
      ['导出证照查看记录', 'self'],
      ['查验出示的证照', 'volunteer'],
      ['出示证照', 'self'],
      ['查验出示的证照', 'staff'],
      ['出示证照', 'self'],
    ])
  })

  test('is the holder’s only, and needs a real name', async () => {
    await aDay()
    const { token } = await signInVerified(server, 'wangxiuying')
    expect(await viewsOf(token)).toEqual({ items: [], next: null })
    expect(await server.call('GET /v1/licence-views/export', { token })).toEqual({ items: [] })
  })

  test('stays when presentations are forgotten an hour after they ended', async () => {
    await aDay()
    const count = async () => (await server.database.read.sql<object[]>`SELECT id FROM licence_presentations`).length
    server.clock.advance(60 * 60_000)
    await server.runJob('licence-presentations')
    expect(await count()).toBe(2)
    server.clock.advance(2 * 60_000)
    await server.runJob('licence-presentations')
    expect(await count()).toBe(0)
    const { token } = await signInVerified(server, 'chenjianguo')
    expect((await viewsOf(token)).items).toHaveLength(4)
  })

  test('what stood in the fields, the purpose and the licence lie nowhere in the clear', async () => {
    await aDay()
    const tables = await Promise.all([
      server.database.read.sql<object[]>`SELECT * FROM licence_views`,
      server.database.read.sql<object[]>`SELECT * FROM licence_presentations`,
      server.database.read.sql<object[]>`SELECT * FROM licence_status_places`,
      server.database.read.sql<object[]>`SELECT * FROM audit_records`,
      server.database.read.sql<object[]>`SELECT * FROM idempotency_keys`,
    ])
    const stored = JSON.stringify(tables) + server.logged()
    const { name, residentId } = person('chenjianguo')
    const licenceIds = Object.values(server.fakes.licenceIdsOf('chenjianguo'))
    for (const secret of [name, residentId, PURPOSE, ...licenceIds]) expect(stored).not.toContain(secret)
  })
})

describe('with the account', () => {
  test('the export holds the log', async () => {
    const token = await aDay()
    const { licences } = await server.call('GET /v1/account/export', { token })
    expect(licences).toEqual((await viewsOf(token)).items)
  })

  test('everything goes, the answers kept for repeated requests too', async () => {
    const token = await aDay()
    await server.call('POST /v1/account/deletion', { token, body: { confirm: '注销' } })
    for (const rows of [
      await server.database.read.sql<object[]>`SELECT id FROM licence_views`,
      await server.database.read.sql<object[]>`SELECT id FROM licence_presentations`,
      await server.database.read.sql<object[]>`SELECT place FROM licence_status_places`,
      await server.database.read.sql<object[]>`SELECT key FROM idempotency_keys WHERE endpoint = 'POST /v1/presentations'`,
    ])
      expect(rows).toEqual([])
  })

  test('joining two accounts brings the log along', async () => {
    const token = await aDay()
    const { account } = await server.call('GET /v1/session', { token })
    const to = randomUUID()
    await server.database.inTransaction((tx) => licenceData(server.deps).move(tx, account.id, to))
    expect((await viewsOf(token)).items).toEqual([])
    const of = (table: Promise<{ account_id: string }[]>) => table.then((rows) => rows.map((row) => row.account_id))
    expect(await of(server.database.read.sql`SELECT account_id FROM licence_views`)).toEqual([to, to, to, to])
    expect(await of(server.database.read.sql`SELECT account_id FROM licence_status_places`)).toEqual([to])
  })
})
