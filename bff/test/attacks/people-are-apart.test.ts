import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { randomUUID } from 'node:crypto'
import { DEPARTMENT_NAMES } from '../../../scripts/fake-departments/world'
import { motherAndDaughter, WEEK } from '../../src/features/proxy/mandates/testing/mandate-calls'
import { aRequest } from '../../src/features/proxy/tasks/testing/task-calls'
import type { CallOptions } from '../http-client'
import { signInVerified } from '../people'
import { startTestServer, type TestServer } from '../test-server'
import { openSlots, slotAt } from '../visits'

/** Everything a resident reads of their own without naming an id. */
const OWN = (Object.entries(allEndpoints) as [string, Endpoint][])
  .filter(([key, { access, params }]) => key.startsWith('GET ') && access === 'resident' && params === undefined)
  .map(([key]) => key)
/** What is told by a department, and kept as a copy for the time when it is down. */
const LOOK_UPS = ['GET /v1/licences', 'GET /v1/cases', 'GET /v1/progress/id-card', 'GET /v1/progress/exit-entry'] as const
const QUERY: Readonly<Record<string, Record<string, string>>> = {
  'GET /v1/vaccine-check': { itemGroup: 'flu-vaccine', date: '2026-11-25' },
}

let server: TestServer
let people: { key: string; token: string }[]
beforeAll(async () => {
  server = await startTestServer()
  people = []
  for (const key of ['chenjianguo', 'wangxiuying', 'lixiaohong', 'zhangwei'])
    people.push({ key, token: (await signInVerified(server, key)).token })
})
afterAll(() => server.close())
beforeEach(() => {
  server.fakes.clearFaults()
  // Fresh copies are over.
  server.clock.advance(61_000)
})

const slowly = (latencyMs: number): void => {
  for (const department of DEPARTMENT_NAMES) server.fakes.setFault(department, { latencyMs })
}

/** Ids that are made anew, times and what says how old it is differ from one asking to the next. */
const stable = (body: unknown): string =>
  JSON.stringify(body, (name, value: unknown) =>
    ['asOf', 'stale', 'followProof', 'requestId', 'exportedAt', 'activity', 'lastSeenAt', 'idleExpiresAt'].includes(name)
      ? undefined
      : value,
  )

async function read(key: string, who: CallOptions): Promise<string> {
  const query = QUERY[key]
  const { status, body } = await server.ask(key, { ...who, ...(query && { query }) })
  if (status !== 200) throw new Error(`${key} answered ${status} ${JSON.stringify(body)}`)
  return stable(body)
}

describe('people who ask the same at the same moment', () => {
  test.each(OWN)('%s answers each their own, however slow the departments are', async (key) => {
    const alone: string[] = []
    for (const person of people) alone.push(await read(key, person))
    server.clock.advance(61_000)
    slowly(30)
    const order = [...people, ...[...people].reverse()]
    const together = await Promise.all(order.map((person) => read(key, person)))
    expect(together).toEqual(order.map((person) => alone[people.indexOf(person)]))
  })

  test('and what they read is not the same for all of them', async () => {
    for (const key of LOOK_UPS.slice(0, 2)) {
      const read_ = await Promise.all(people.map((person) => read(key, person)))
      expect(new Set(read_).size).toBe(people.length)
    }
  })
})

test('with the departments down, each sees their own last copy, and who has none sees nothing', async () => {
  const newcomer = await signInVerified(server, 'liuzhiqiang')
  for (const key of LOOK_UPS) {
    const before: string[] = []
    for (const person of people) before.push(await read(key, person))
    server.clock.advance(600_000)
    for (const department of DEPARTMENT_NAMES) server.fakes.setFault(department, { mode: 'bad_json' })
    const stale = await Promise.all([...people, ...people].map((person) => read(key, person)))
    expect(stale).toEqual([...before, ...before])
    const nothing = JSON.stringify((await server.ask(key, { token: newcomer.token })).body)
    expect(nothing).not.toMatch(/王|陈|李|张|4302/)
    server.fakes.clearFaults()
  }
})

test.each(OWN)('%s carries no tag, is never stored, and answers in full whatever tag is brought', async (key) => {
  const token = people[0]?.token ?? ''
  const query = QUERY[key]
  for (const headers of [
    {},
    { 'if-none-match': '*' },
    { 'if-none-match': 'W/"x"', 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' },
  ]) {
    const answer = await server.ask(key, { token, headers, ...(query && { query }) })
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([200, null, 'no-store'])
    expect(answer.body).toBeTruthy()
    server.clock.advance(61_000)
  }
})

describe('idempotency keys', () => {
  const ask = (who: CallOptions) => server.ask('POST /v1/help-requests', { ...who, body: aRequest() })
  const idOf = ({ body }: { readonly body: unknown }): string => (body as { id: string }).id

  test('that somebody else has used give nothing of theirs, at once or later', async () => {
    const idempotencyKey = randomUUID()
    const [first, second] = [people[0]!, people[1]!]
    const both = await Promise.all([first, second].map(({ token }) => ask({ token, idempotencyKey })))
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(both.map(idOf)).size).toBe(2)
    const again = await Promise.all([first, second].map(({ token }) => ask({ token, idempotencyKey })))
    expect(again.map(idOf)).toEqual(both.map(idOf))
    expect(again.map(({ headers }) => headers.get('idempotency-replayed'))).toEqual(['true', 'true'])
  })

  test('are never taken from somebody without a name', () => {
    const all = Object.entries(allEndpoints) as [string, Endpoint][]
    expect(all.filter(([, { idempotent, access }]) => idempotent && access === 'public')).toEqual([])
  })

  test('used under a mandate are others than one’s own', async () => {
    server.clock.advance(3_600_000)
    await openSlots(server)
    const { mother, daughter: token, member } = await motherAndDaughter(server)
    const mandate = await server.call('POST /v1/mandates', { token, body: { member, ...WEEK } })
    await server.call('POST /v1/mandates/:id/answer', { token: mother, params: { id: mandate.id }, body: { accept: true } })
    const slot = await slotAt(server, 2, { itemGroup: 'household' })
    const book = { token, idempotencyKey: randomUUID(), body: { slotId: slot.id } }
    const [own, hers] = [
      await server.call('POST /v1/appointments', book),
      await server.call('POST /v1/appointments', { ...book, mandate: mandate.id }),
    ]
    expect(hers.id).not.toBe(own.id)
    const visits = async (who: CallOptions) => (await server.call('GET /v1/appointments', who)).active.map(({ id }) => id)
    expect([await visits({ token }), await visits({ token: mother })]).toEqual([[own.id], [hers.id]])
  })
})
