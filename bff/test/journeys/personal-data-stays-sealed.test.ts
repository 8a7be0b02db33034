import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { apply } from '../../src/features/cross-province/testing/application-calls'
import { PEOPLE } from '../../../scripts/fake-departments/people'
import { reseal } from '../../src/platform/crypto/reseal'
import { backUpDatabase } from '../../src/platform/database'
import { sealedColumns } from '../../src/sealed-columns'
import { helpIsGiven } from '../help-of-a-day'
import { licenceOf, show, signInToShow } from '../licences'
import { mandatesAreGiven } from '../mandates-of-a-day'
import { person, signInVerified } from '../people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'
import { testDatabaseKind } from '../test-database'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

/** What the departments say of people's health and ways. */
const HEALTH = ['检测结果为阳性', '检测点三号亭', '带状疱疹疫苗', '茶陵县疾病预防控制中心接种门诊', '湖南省株洲市']

/** What stands on licences, why they were looked at, and what social security knows. */
const LICENCES = ['湘B7K216', 'LS5A2ABE0HA000216', 'E80216337', '解放路 18 号', 'K48210377', '给他办理落户', '.430224.000000001.']

/** Where volunteers go, what for, and what came of it. */
const HELP = ['金星村 3 组', '腿脚不方便', '家里有急事', '材料也备齐了', '不用办了']

/** What applications across regions say. */
const APPLICATIONS = ['学院路 8 号', '前进鞋厂']

/** Every way a person's data could lie about: names, numbers, phones, health, licences, and the secrets they typed. */
const PLANTED = [
  ...PEOPLE.flatMap(({ name, residentId, phone }) => [name, residentId, phone]),
  ...HEALTH,
  ...LICENCES,
  ...HELP,
  ...APPLICATIONS,
  ...['A1B2C3', '430224-2026-000123'],
]

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
  await useHealthCodes(token)
  await useLicences()
  await useApplications()
  await helpIsGiven(server)
  await useMandates()
  await server.call('GET /v1/follows/:id', { token, params: { id } })
  await fetch(`${server.url}/v1/cases?name=${encodeURIComponent('陈建国')}&id=${person('chenjianguo').residentId}`)
  await fetch(`${server.url}/v1/sms-codes`, {
    method: 'POST',
    body: `{"phone": "${phone}"`,
    headers: { 'content-type': 'application/json' },
  })
}

/** A health code with everything in it, of one's own and of the family, with the departments up, failing, and asked by strangers. */
async function useHealthCodes(token: string): Promise<void> {
  const { token: mother } = await signInVerified(server, 'lixiaohong')
  const { name, residentId } = person('lixiaohong')
  const { id } = await server.call('POST /v1/family', { token, body: { relation: 'parent', name, residentId } })
  await server.runJob('outbox')
  await server.call('POST /v1/family/:id/answer', { token: mother, params: { id }, body: { accept: true } })
  server.fakes.setHealthColour('lixiaohong', { colour: 'red', cause: '检测结果为阳性', until: null })
  server.fakes.addHealthTest({ person: 'lixiaohong', place: '检测点三号亭', result: 'positive' })
  const view = { token, params: { person: id } }
  expect(JSON.stringify(await server.call('GET /v1/health-codes/:person', view))).toContain('检测点三号亭')
  const { value } = await server.call('POST /v1/health-codes/:person/token', view)
  await server.call('POST /v1/health-code-checks', { body: { token: value } })
  await server.refused('POST /v1/health-code-checks', { body: { token: value.slice(0, -1) } })
  for (const mode of ['wrong_shape', 'bad_json', 'refuse'] as const) {
    server.clock.advance(60_000)
    server.fakes.setFault('health', { mode })
    server.fakes.setFault('communications', { mode })
    await server.call('GET /v1/health-codes/:person', view)
  }
  await server.refused('POST /v1/health-codes/:person/token', view)
  server.fakes.clearFaults()
  await server.call('GET /v1/family', { token: mother })
}

/** Mandates given in every way, and somebody who looks, is refused, and whose acts are told. */
async function useMandates(): Promise<void> {
  const { volunteer: token, mandate } = await mandatesAreGiven(server)
  await server.call('GET /v1/appointments', { token, mandate })
  await server.refused('GET /v1/cases', { token, mandate })
  await server.runJob('acts-to-tell')
  await server.runJob('outbox')
}

/** Applications that get through, that wait, and that are sent again. */
async function useApplications(): Promise<void> {
  server.clock.advance(60_000)
  const { token } = await signInVerified(server, 'liuzhiqiang')
  await apply(server, { token })
  for (const mode of ['wrong_shape', 'bad_json', 'refuse'] as const) {
    server.fakes.setFault('cases', { mode })
    if (mode === 'wrong_shape') await apply(server, { token }, 'employee-pension-transfer')
    server.clock.advance(3_600_000)
    await server.runJob('kept-applications')
  }
  server.fakes.clearFaults()
  server.clock.advance(3_600_000)
  await server.runJob('kept-applications')
  await server.runJob('outbox')
  await server.call('GET /v1/cross-province-applications', { token })
}

/** Licences read, shown both ways, checked, refused and looked back at, with the departments up and failing. */
async function useLicences(): Promise<void> {
  server.clock.advance(60_000)
  const token = await signInToShow(server, 'chenjianguo')
  const { token: clerk } = await signInStaff(server)
  const check = { token: clerk, body: { code: '', purpose: '给他办理落户' } }
  for (const way of ['online', 'offline'] as const) {
    const { qr } = await show(server, token, { type: 'vehicle_licence', fields: ['name', 'plate', 'vin'], way })
    await server.refused('POST /v1/verifications', { ...check, body: { ...check.body, code: `${qr.slice(0, -1)}.` } })
    const seen = await server.call('POST /v1/verifications', { ...check, body: { ...check.body, code: qr } })
    expect(JSON.stringify(seen)).toContain('湘B7K216')
    await show(server, token, { fields: ['name', 'number', 'address'], way })
  }
  await server.call('GET /v1/social-security/contributions', { token })
  const { id } = await licenceOf(server, token, 'id_card')
  for (const mode of ['wrong_shape', 'bad_json', 'refuse'] as const) {
    server.clock.advance(60_000)
    server.fakes.setFault('licence_library', { mode })
    server.fakes.setFault('insurance', { mode })
    await server.call('GET /v1/licences', { token })
    await server.runJob('licence-status')
    await server.refused('POST /v1/presentations', { token, body: { licence: id, fields: ['number'], way: 'offline' } })
  }
  server.fakes.clearFaults()
  await server.call('GET /v1/licence-views/export', { token })
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

test('what is sealed for long can be sealed again with another key', async () => {
  await useEverything()
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'one-visit-sealed-')), 'day.backup')
  await backUpDatabase(server.database.url, file, server.clock)
  const [sealed, table] = [new Set<string>(), { name: '', columns: [] as string[] }]
  for (const line of gunzipSync(readFileSync(file)).toString().trimEnd().split('\n')) {
    const value = JSON.parse(line) as string[] | { table: string; columns?: string[] }
    if (!Array.isArray(value)) Object.assign(table, { name: value.table, columns: value.columns ?? [] })
    else table.columns.forEach((column, n) => /^v1\.(aes|guomi)\./.test(value[n] ?? '') && sealed.add(`${table.name}.${column}`))
  }
  rmSync(path.dirname(file), { recursive: true })
  const gone = ['idempotency_keys.reply', 'department_copies.body']
  const known = [...sealedColumns.map(({ at }) => at), ...gone]
  expect([...sealed].filter((at) => !known.includes(at))).toEqual([])
  expect(sealed.size).toBeGreaterThan(15)
  const crypto = { ...server.deps.crypto, head: 'v1.aes.another.' }
  expect(await reseal({ database: server.database, crypto }, sealedColumns)).toBeGreaterThan(sealed.size)
  expect(await reseal({ database: server.database, crypto: server.deps.crypto }, sealedColumns)).toBe(0)
})

test('the search finds what lies open', async () => {
  const [key, body] = [`planted/${'x'.repeat(43)}`, person('wangxiuying').residentId]
  await server.database.inTransaction(
    (tx) => tx.affected`INSERT INTO department_copies (key, body, as_of) VALUES (${key}, ${body}, '2026-11-21T00:00:00.000Z')`,
  )
  expect(found(await everythingStored())).toEqual([person('wangxiuying').residentId])
})
