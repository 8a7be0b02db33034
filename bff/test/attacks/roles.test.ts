import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint, StaffRole } from '@one-visit/shared/kernel/endpoints'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { randomUUID } from 'node:crypto'
import { DEMO_STAFF } from '../../src/seed-demo'
import { everyRow } from '../every-row'
import { signInToShow } from '../licences'
import { person, signInBySms, signInVerified } from '../people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'

const CLOSED = (Object.entries(allEndpoints) as [string, Endpoint][]).filter(([, { access }]) => access !== 'public')
const ROLES: readonly StaffRole[] = ['volunteer', 'clerk', 'supervisor', 'administrator']

interface Caller {
  readonly token: string | null
  /** Why this endpoint is not for them; null when it is. */
  readonly refusal: (endpoint: Endpoint) => string | null
}

const resident =
  (assurance: number) =>
  (endpoint: Endpoint): string | null => {
    if (endpoint.access !== 'resident') return 'not_allowed'
    const needed = endpoint.assurance ?? 1
    if (needed <= assurance) return null
    return assurance < 2 ? 'real_name_required' : 'step_up_required'
  }
const staff =
  (role: StaffRole) =>
  (endpoint: Endpoint): string | null =>
    endpoint.access === 'staff' && (endpoint.roles ?? ROLES).includes(role) ? null : 'not_allowed'

let server: TestServer
let callers: Record<string, Caller>
beforeAll(async () => {
  server = await startTestServer()
  const before = await signInStaff(server, 'clerk')
  server.clock.advance(31 * 60_000)
  const steppedUp = await signInToShow(server, 'liuzhiqiang')
  callers = {
    nobody: { token: null, refusal: () => 'sign_in_required' },
    'a clerk whose session is over': { token: before.token, refusal: () => 'session_expired' },
    'a newcomer': { token: (await signInBySms(server, person('zhangwei').phone)).token, refusal: resident(1) },
    'a verified resident': { token: (await signInVerified(server, 'chenjianguo')).token, refusal: resident(2) },
    'a resident who stepped up': { token: steppedUp, refusal: resident(3) },
  }
  for (const { username, role } of DEMO_STAFF)
    callers[username] = { token: (await signInStaff(server, username as 'clerk')).token, refusal: staff(role) }
})
afterAll(() => server.close())

/** But when somebody was last there. */
const rows = async (): Promise<object> => ({ ...(await everyRow(server.database)), sessions: [] })

test('every endpoint refuses everybody it is not for, before it reads what they sent', async () => {
  const before = await rows()
  const wrong: unknown[] = []
  let refused = 0
  for (const [key, endpoint] of CLOSED) {
    for (const [who, { token, refusal }] of Object.entries(callers)) {
      const expected = refusal(endpoint)
      if (expected === null) continue
      server.clock.advance(500)
      const answer = await server.ask(key, {
        params: { id: randomUUID(), person: 'self' },
        ...(token === null ? {} : { token }),
        ...(key.startsWith('GET') ? {} : { body: 'no body for any of them' }),
      })
      refused += 1
      const { code } = answer.body as ProblemDetails
      if (code !== expected) wrong.push([key, who, code, expected])
    }
  }
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(CLOSED.length * 4)
  expect(await rows()).toEqual(before)
})

test('each role is somebody, and each closed endpoint is for somebody', () => {
  expect(new Set(DEMO_STAFF.map(({ role }) => role))).toEqual(new Set(ROLES))
  const all = Object.values(callers)
  expect(CLOSED.filter(([, endpoint]) => all.every(({ refusal }) => refusal(endpoint) !== null)).map(([key]) => key)).toEqual([])
})
