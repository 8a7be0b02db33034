import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { isProblemCode, type ProblemDetails } from '@one-visit/shared/kernel/problem'
import { proxyEndpoints } from '@one-visit/shared/proxy/contract'
import { proxyStaffEndpoints } from '@one-visit/shared/proxy/staff-contract'
import { signInVerified } from '../../../test/people'
import { signInStaff } from '../../../test/staff'
import { startTestServer, type TestServer } from '../../../test/test-server'
import { JPEG, WEEK } from './mandates/testing/mandate-calls'
import { aRequest, forSomebody, newVolunteer } from './tasks/testing/task-calls'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const UNKNOWN = '01890000-0000-7000-8000-000000000000'
const MALFORMED = [
  ...['', ' ', '0', '-1', 'null', 'undefined', '[object Object]', '../staff', '*', '%', '%00', '\u0000', "' OR 1=1 --"],
  ...['王秀英', '😀', UNKNOWN.slice(1), `${UNKNOWN}0`, UNKNOWN.replaceAll('-', ''), `{${UNKNOWN}}`, 'a'.repeat(4_000)],
]

const ENDPOINTS = Object.entries({ ...proxyEndpoints, ...proxyStaffEndpoints }) as [string, Endpoint][]
const OF_ONE = ENDPOINTS.filter(([key]) => key.includes('/:id'))

/** What each endpoint would take, so that nothing but the id is wrong. */
const BODIES: Readonly<Record<string, unknown>> = {
  'POST /v1/mandates/:id/answer': { accept: true },
  'POST /v1/mandates/:id/code': { code: '123456' },
  'POST /v1/staff/mandates/:id/code': { code: '123456' },
  'POST /v1/staff/mandates/:id/scan-views': { reason: 'complaint' },
  'POST /v1/staff/tasks/:id/return': { reason: '家里有事' },
  'POST /v1/staff/tasks/:id/cancel': { reason: '本人来电' },
  'POST /v1/staff/tasks/:id/finish': { outcome: '办好了', minutes: 5 },
  'POST /v1/staff/tasks/:id/mandates': { ...WEEK, evidence: 'witnessed', scan: JPEG },
}

/** Somebody of each kind who may call something. */
async function signInAll(): Promise<(endpoint: Endpoint) => string> {
  const { token: resident } = await signInVerified(server, 'wangxiuying')
  const [clerk, supervisor] = [await signInStaff(server, 'township-clerk'), await signInStaff(server, 'supervisor')]
  const volunteer = await signInStaff(server, 'volunteer')
  return (endpoint) => {
    if (endpoint.access !== 'staff') return resident
    const roles = endpoint.roles ?? []
    return (roles.includes('clerk') ? clerk : roles.includes('volunteer') ? volunteer : supervisor).token
  }
}

/** `422 invalid_input`. Without a code it was no problem that the contract knows. */
async function answerTo(key: string, input: Parameters<TestServer['ask']>[1]): Promise<string> {
  const { status, body } = await server.ask(key, input)
  const { code } = (body ?? {}) as Partial<ProblemDetails>
  return `${status} ${isProblemCode(code) ? code : ''}`
}

/** The caller's own mistake, said so; an office that is none is not theirs, either. */
const PLAIN =
  /^(400 malformed_request|403 not_allowed|404 not_found|404 mandate_unknown|405 method_not_allowed|422 invalid_input)$/

test('the table knows what every endpoint of one thing takes', () => {
  expect(OF_ONE.filter(([key, { body }]) => body && !(key in BODIES)).map(([key]) => key)).toEqual([])
  expect(OF_ONE.length).toBeGreaterThan(15)
})

describe.each(OF_ONE)('%s', (key, endpoint) => {
  test('answers an id that is none, or nobody’s, as a mistake of the caller', async () => {
    const token = (await signInAll())(endpoint)
    const body = endpoint.body ? { body: BODIES[key] } : {}
    for (const id of MALFORMED) {
      // The limits of tapping are tested elsewhere.
      server.clock.advance(60_000)
      expect([id, await answerTo(key, { token, params: { id }, ...body })]).toEqual([id, expect.stringMatching(PLAIN)])
    }
    expect(await answerTo(key, { token, params: { id: UNKNOWN }, ...body })).toBe('404 not_found')
    expect(await answerTo(key, { token, params: { id: UNKNOWN.toUpperCase() }, ...body })).toBe('404 not_found')
  })
})

describe('ids elsewhere', () => {
  test('in bodies', async () => {
    const tokenFor = await signInAll()
    const cases = (id: unknown): [string, Endpoint, unknown][] => [
      ['POST /v1/mandates', proxyEndpoints['POST /v1/mandates'], { member: id, ...WEEK }],
      [
        'POST /v1/mandates',
        proxyEndpoints['POST /v1/mandates'],
        { member: UNKNOWN, days: 7, scope: [{ operation: 'book_visits', items: [id] }] },
      ],
      ['POST /v1/help-requests', proxyEndpoints['POST /v1/help-requests'], { ...aRequest(), member: id }],
      ['POST /v1/help-requests', proxyEndpoints['POST /v1/help-requests'], { ...aRequest(), office: id }],
      [
        'POST /v1/staff/tasks',
        proxyStaffEndpoints['POST /v1/staff/tasks'],
        { ...forSomebody('chenjianguo'), request: { ...aRequest(), office: id } },
      ],
      ['POST /v1/staff/volunteers', proxyStaffEndpoints['POST /v1/staff/volunteers'], { ...newVolunteer('li.hong'), office: id }],
      [
        'POST /v1/staff/mandates/ending',
        proxyStaffEndpoints['POST /v1/staff/mandates/ending'],
        { number: id, lastFour: '0023', from: 'person_phone' },
      ],
    ]
    for (const id of [...MALFORMED, 7, [], {}, [UNKNOWN]])
      for (const [key, endpoint, body] of cases(id)) {
        server.clock.advance(60_000)
        expect([key, id, await answerTo(key, { token: tokenFor(endpoint), body })]).toEqual([
          key,
          id,
          expect.stringMatching(PLAIN),
        ])
      }
  })

  test('in queries, given empty, twice, or not asked for', async () => {
    const { token } = await signInStaff(server, 'township-clerk')
    for (const closed of MALFORMED)
      expect([closed, await answerTo('GET /v1/staff/tasks', { token, query: { closed } })]).toEqual([
        closed,
        expect.stringMatching(PLAIN),
      ])
    expect(await answerTo('GET /v1/staff/tasks?closed=yes&closed=no', { token })).toBe('422 invalid_input')
    expect(await answerTo('GET /v1/staff/tasks', { token, query: { id: '' } })).toBe('200 ')
    const { token: resident } = await signInVerified(server, 'wangxiuying')
    for (const key of ['GET /v1/mandates', 'GET /v1/help-requests'])
      expect(await answerTo(key, { token: resident, query: { id: '' } })).toBe('200 ')
  })

  test('in the header that names a mandate', async () => {
    const { token } = await signInStaff(server, 'volunteer')
    const sendable = MALFORMED.filter((id) => /^[\x20-\x7e]+$/.test(id) && id.trim() !== '')
    for (const mandate of [...sendable, UNKNOWN])
      expect([mandate, await answerTo('GET /v1/appointments', { token, mandate })]).toEqual([mandate, '404 mandate_unknown'])
  })
})
