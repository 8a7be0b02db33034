import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint, ResidentEndpoint } from '@one-visit/shared/kernel/endpoints'
import type { ProblemDetails } from '@one-visit/shared/kernel/problem'
import { randomUUID } from 'node:crypto'
import { changeMandate, everything, familyHand, giveMandate, type Hand, volunteerHand } from '../mandates'
import { signInVerified } from '../people'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const ENDPOINTS = Object.entries(allEndpoints) as [string, Endpoint][]
const RESIDENT = ENDPOINTS.filter((entry): entry is [string, ResidentEndpoint] => entry[1].access === 'resident')
const OWN = RESIDENT.filter(([, { onBehalf }]) => onBehalf === 'never').map(([key]) => key)
const MANDATED = RESIDENT.filter(([, { onBehalf }]) => onBehalf !== 'never')

/** Of the form that the paths want; there is nothing of this id. */
const PARAMS = { id: randomUUID(), person: 'self' }

interface Said {
  readonly status: number
  readonly code: string | null
}

/** Asks with nothing but who and under which mandate; slowly enough for every limit. */
async function ask(key: string, who: { readonly token?: string; readonly mandate?: string }): Promise<Said> {
  server.clock.advance(20_000)
  const { status, body } = await server.ask(key, { params: PARAMS, ...who })
  return { status, code: status < 400 ? null : (body as ProblemDetails).code }
}

const askAll = async (keys: readonly string[], who: Parameters<typeof ask>[1]): Promise<Record<string, string | null>> => {
  const codes: Record<string, string | null> = {}
  for (const key of keys) codes[key] = (await ask(key, who)).code
  return codes
}

const allOf = (keys: readonly string[], code: string) => Object.fromEntries(keys.map((key) => [key, code]))

const HANDS: [string, () => Promise<Hand>][] = [
  ['a member of the family', () => familyHand(server)],
  ['a volunteer', () => volunteerHand(server)],
]

test('the contract has endpoints for each kind of caller', () => {
  expect(OWN.length).toBeGreaterThan(30)
  expect(new Set(MANDATED.map(([, { onBehalf }]) => onBehalf)).size).toBe(5)
})

describe.each(HANDS)('%s', (_, signIn) => {
  test('does nothing that only the person may do, whatever the mandate allows', async () => {
    const to = await signIn()
    const mandate = await giveMandate(server, 'wangxiuying', { to })
    expect(await askAll(OWN, { token: to.token, mandate })).toEqual(allOf(OWN, 'mandate_scope'))
  })

  test('does nothing that the mandate does not name, and gets to everything that it does', async () => {
    const to = await signIn()
    const mandate = await giveMandate(server, 'wangxiuying', { to })
    for (const [key, { onBehalf }] of MANDATED) {
      const [named, others] = [true, false].map((wanted) =>
        everything(server).filter(({ operation }) => (operation === onBehalf) === wanted),
      )
      await changeMandate(server, mandate, { scope: JSON.stringify(others) })
      expect([key, await ask(key, { token: to.token, mandate })]).toEqual([key, { status: 403, code: 'mandate_scope' }])
      await changeMandate(server, mandate, { scope: JSON.stringify(named) })
      expect([key, (await ask(key, { token: to.token, mandate })).code]).toEqual([key, expect.not.stringMatching(/^mandate_/)])
    }
  })
})

describe('no endpoint takes a mandate that does not hold', () => {
  const keys = RESIDENT.map(([key]) => key)
  const expectRefused = async (who: Parameters<typeof ask>[1], code: string) => {
    expect(await askAll(keys, who)).toEqual(allOf(keys, code))
  }

  test('nor one that was never given', async () => {
    const { token } = await volunteerHand(server)
    await expectRefused({ token, mandate: randomUUID() }, 'mandate_unknown')
    expect(await ask('GET /v1/cases', { token, mandate: 'no-mandate' })).toEqual({ status: 404, code: 'mandate_unknown' })
  })

  test('nor one that was given to somebody else', async () => {
    const mandate = await giveMandate(server, 'wangxiuying', { to: await familyHand(server) })
    await expectRefused({ token: (await volunteerHand(server)).token, mandate }, 'mandate_unknown')
  })

  test.each([
    ['pending', 'mandate_not_active'],
    ['refused', 'mandate_ended'],
    ['ended', 'mandate_ended'],
  ] as const)('that is %s', async (status, code) => {
    const to = await familyHand(server)
    await expectRefused({ token: to.token, mandate: await giveMandate(server, 'wangxiuying', { to, status }) }, code)
  })

  test('that has run out', async () => {
    const to = await familyHand(server)
    const mandate = await giveMandate(server, 'wangxiuying', { to, lasts: 1_000 })
    await expectRefused({ token: to.token, mandate }, 'mandate_expired')
  })

  test.each(['done', 'cancelled'])('whose task is %s', async (status) => {
    const to = await volunteerHand(server)
    const mandate = await giveMandate(server, 'wangxiuying', { to })
    const volunteer = status === 'done' ? to.actor.id : null
    await server.database.inTransaction(
      (tx) => tx.affected`UPDATE help_requests SET status = ${status}, open_place = NULL, volunteer_id = ${volunteer}`,
    )
    await expectRefused({ token: to.token, mandate }, 'mandate_ended')
  })

  test('and each try is written down for the person, and nothing else happens', async () => {
    const to = await familyHand(server)
    const mandate = await giveMandate(server, 'wangxiuying', { to, status: 'pending' })
    const before = await auditOf()
    await askAll(keys, { token: to.token, mandate })
    const written = (await auditOf()).slice(before.length)
    expect(written).toHaveLength(keys.length)
    expect(new Set(written.map(({ event, mandate_id }) => `${event} ${mandate_id}`))).toEqual(
      new Set([`acting_refused ${mandate}`]),
    )
    expect(written.map(({ data }) => (JSON.parse(data) as { endpoint: string }).endpoint)).toEqual(keys)
  })
})

const auditOf = () =>
  server.database.read.sql<{ event: string; mandate_id: string; data: string }[]>`
    SELECT event, mandate_id, data FROM audit_records ORDER BY id`

test('clerks, supervisors and administrators act for nobody', async () => {
  const mandate = await giveMandate(server, 'wangxiuying', { to: await volunteerHand(server) })
  for (const username of ['clerk', 'supervisor', 'admin'] as const) {
    const { token } = await signInStaff(server, username)
    expect(await ask('GET /v1/cases', { token, mandate })).toEqual({ status: 403, code: 'not_allowed' })
  }
})

test('on a public endpoint a mandate makes the caller nameless: the page is nobody’s', async () => {
  const { token } = await signInVerified(server, 'lixiaohong')
  const mandate = await giveMandate(server, 'wangxiuying', { to: await familyHand(server) })
  for (const [key, { access }] of ENDPOINTS)
    if (access === 'public') expect([key, await ask(key, { token, mandate })]).toEqual([key, await ask(key, {})])
  const lookUp = { body: { by: 'id_last_four', caseNumber: '430224-2026-000123', lastFour: '0019' } } as const
  expect(await server.refused('POST /v1/case-look-ups', { token, mandate, ...lookUp })).toMatchObject({
    code: 'sign_in_required',
  })
})

test('on a staff endpoint a mandate means nothing', async () => {
  const mandate = await giveMandate(server, 'wangxiuying', { to: await volunteerHand(server) })
  for (const [key, { access }] of ENDPOINTS) {
    if (access !== 'staff') continue
    const answers = [
      await ask(key, { token: (await volunteerHand(server)).token, mandate }),
      await ask(key, { token: (await volunteerHand(server)).token }),
    ]
    expect([key, answers[0]]).toEqual([key, answers[1]])
  }
})
