import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { randomUUID } from 'node:crypto'
import { JPEG, WEEK } from '../../src/features/proxy/mandates/testing/mandate-calls'
import { registerAndSignIn } from '../../src/features/proxy/tasks/testing/task-calls'
import { signInToShow } from '../licences'
import { oneOfEverything, type Owned } from '../owned-by-somebody'
import { PEOPLE } from '../../../scripts/fake-departments/people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'

/** Everything of the contract that is named by an id of somebody's, generated, so that a new endpoint is tried too. */
const NAMED = (Object.entries(allEndpoints) as [string, Endpoint][]).filter(
  ([key, { access }]) => /\/:(?:id|person)\b/.test(key) && access !== 'public',
)
const pathOf = (key: string): string => key.replace(/^\w+ /, '').replace(/\/:.*$/, '')

/** What is sent is right but for whose it is. */
const bodies = (slotId: string): Readonly<Record<string, object>> => ({
  'POST /v1/appointments/:id/move': { slotId },
  'POST /v1/family/:id/code': { code: '123456' },
  'POST /v1/family/:id/answer': { accept: true },
  'POST /v1/mandates/:id/answer': { accept: true },
  'POST /v1/mandates/:id/code': { code: '123456' },
  'POST /v1/staff/appointments/:id/move': { slotId, reason: '窗口故障' },
  'POST /v1/staff/appointments/:id/cancellation': { reason: '本人来电' },
  'POST /v1/staff/appointments/:id/status': { to: 'serving', window: null },
  'POST /v1/staff/tasks/:id/return': { reason: '家里有急事' },
  'POST /v1/staff/tasks/:id/finish': { outcome: '办好了', minutes: 5 },
  'POST /v1/staff/tasks/:id/cancel': { reason: '本人来电' },
  'POST /v1/staff/tasks/:id/mandates': { ...WEEK, evidence: 'witnessed', scan: JPEG },
  'POST /v1/staff/mandates/:id/code': { code: '123456' },
  'POST /v1/staff/mandates/:id/scan-views': { reason: 'inspection' },
})

/** Tables whose rows must not change, whatever strangers try. */
const TABLES = [
  ...['appointments', 'waiting_entries', 'family_members', 'follows', 'mandates', 'mandate_scans', 'help_requests'],
  ...['licence_presentations', 'licence_views', 'accounts', 'staff_members', 'appointment_slots', 'cross_province_applications'],
]

let server: TestServer
let owned: Owned
/** Nobody, and everybody who works or lives elsewhere. */
let strangers: Record<string, string | null>
beforeAll(async () => {
  server = await startTestServer()
  owned = await oneOfEverything(server)
  server.clock.advance(60_000)
  strangers = {
    nobody: null,
    'a guessed token': 'A'.repeat(43),
    'another resident': await signInToShow(server, 'liuzhiqiang'),
    'a volunteer of another township': (await registerAndSignIn(server, 'far.away', { office: townshipBeyond() })).token,
  }
})
afterAll(() => server.close())

function townshipBeyond(): string {
  const townships = server.deps.pack.offices.filter(({ kind }) => kind === 'township_centre')
  return townships.at(-1)?.id ?? ''
}

/** The clerk who does not work where the thing belongs: visits belong to the hall, tasks to the township. */
const strangeClerk = (key: string) => signInStaff(server, pathOf(key).endsWith('/appointments') ? 'township-clerk' : 'clerk')

const CLERK = 'a clerk of another office'

const stored = (): Promise<unknown[][]> =>
  Promise.all(TABLES.map((table) => server.database.read.createQueryBuilder().select('t.*').from(table, 't').getRawMany()))

async function ask(key: string, token: string | null, id: string): Promise<{ status: number; code: string; body: string }> {
  server.clock.advance(20_000)
  const body = bodies(owned.slotId)[key]
  const answer = await server.ask(key, {
    params: { id, person: id },
    ...(token === null ? {} : { token }),
    ...(body ? { body } : {}),
  })
  return { status: answer.status, code: (answer.body as ProblemDetails | null)?.code ?? '', body: JSON.stringify(answer.body) }
}

const OWN_DATA = PEOPLE.filter(({ key }) => key === 'wangxiuying' || key === 'lixiaohong').flatMap(
  ({ name, residentId, phone }) => [...[name, residentId, phone]],
)

test('every endpoint with an id has something of somebody’s to try it on', () => {
  expect(NAMED.length).toBeGreaterThan(30)
  expect(NAMED.map(([key]) => key).filter((key) => !owned.ids[pathOf(key)])).toEqual([])
})

test.each(NAMED.map(([key]) => key))('%s gives nothing to strangers, and does nothing for them', async (key) => {
  const before = await stored()
  const everybody = { ...strangers, [CLERK]: (await strangeClerk(key)).token }
  for (const [who, token] of Object.entries(everybody)) {
    const foreign = await ask(key, token, owned.ids[pathOf(key)] ?? '')
    const unknown = await ask(key, token, randomUUID())
    // A foreign thing answers as one that does not exist, so that ids tell nothing; a clerk may know that it is another office's.
    if (who !== CLERK) expect([key, who, foreign.status, foreign.code]).toEqual([key, who, unknown.status, unknown.code])
    expect([401, 403, 404]).toContain(foreign.status)
    expect(OWN_DATA.filter((text) => foreign.body.includes(text))).toEqual([])
  }
  expect(await stored()).toEqual(before)
})
