import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { isProblemCode } from '@one-visit/shared/kernel/problem'
import fc from 'fast-check'
import type { z } from 'zod'
import { PEOPLE } from '../../../scripts/fake-departments/people'
import { signInToShow } from '../licences'
import { oneOfEverything } from '../owned-by-somebody'
import { signInStaff } from '../staff'
import { startTestServer, type TestServer } from '../test-server'
import { valuesOf } from '../schema-fuzz'

const ENDPOINTS = Object.entries(allEndpoints) as [keyof typeof allEndpoints, Endpoint][]
/** Requests for each endpoint. */
const RUNS = 15
/** After these the caller is somebody else, or nobody. */
const LEAVING = /^(?:DELETE \/v1\/(?:session|sessions|staff\/session)|POST \/v1\/account\/deletion|PUT \/v1\/account\/phone)$/

let server: TestServer
let known: { ids: string[]; texts: string[] }
beforeAll(async () => {
  server = await startTestServer()
  const { ids, slotId } = await oneOfEverything(server)
  const people = PEOPLE.slice(0, 3).flatMap(({ name, residentId, phone }) => [name, residentId, phone])
  const words = [
    'hall',
    'xiadong',
    'household',
    'general',
    'other',
    'id_card',
    'self',
    '2026-11-23',
    '10:00',
    '123456',
    '家里有急事',
  ]
  known = { ids: [...Object.values(ids), slotId], texts: [...words, ...people] }
})
afterAll(() => server.close())

/** A token that may call the endpoint. */
async function tokenFor(endpoint: Endpoint): Promise<string | null> {
  server.clock.advance(120_000)
  if (endpoint.access === 'public') return null
  if (endpoint.access === 'resident') return signInToShow(server, 'liuzhiqiang')
  const role = endpoint.roles?.[0] ?? 'clerk'
  return (await signInStaff(server, role === 'administrator' ? 'admin' : role)).token
}

test.each(ENDPOINTS.map(([key]) => key))(
  '%s answers whatever is sent, and never breaks',
  async (key) => {
    const endpoint: Endpoint = allEndpoints[key]
    let token = await tokenFor(endpoint)
    const part = (schema: z.ZodType | undefined) => (schema ? valuesOf(schema, known) : fc.constant(undefined))
    const request = fc.record({ params: part(endpoint.params), query: part(endpoint.query), body: part(endpoint.body) })
    for (const { params, query, body } of fc.sample(request, { numRuns: RUNS, seed: key.length * 7919 })) {
      if (LEAVING.test(key)) token = await tokenFor(endpoint)
      server.clock.advance(20_000)
      const before = server.logged().length
      const answer = await server.ask(key, {
        params: asTexts(params),
        query: asTexts(query),
        ...(token === null ? {} : { token }),
        ...(body === undefined ? {} : { body }),
      })
      const asked = { key, params, query, body, status: answer.status, body_: answer.body }
      expect({ ...asked, broken: broken(answer.status, answer.headers, answer.body) }).toEqual({ ...asked, broken: null })
      expect(server.logged().slice(before)).not.toContain('"msg":"request failed"')
    }
  },
  60_000,
)

/** Why this is not a proper answer; null when it is. */
function broken(status: number, headers: Headers, body: unknown): string | null {
  if (status < 400) return null
  if (!(headers.get('content-type') ?? '').startsWith('application/problem+json')) return 'no problem+json'
  const { code } = body as { code?: unknown }
  if (typeof code !== 'string' || !isProblemCode(code)) return 'an unknown code'
  return status === 500 ? 'an error of ours' : null
}

function asTexts(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {}
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, string] => [
      name,
      wellFormed(typeof value === 'string' ? value : JSON.stringify(value)),
    ]),
  )
}

/** Half a surrogate pair cannot stand in an address at all. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '').slice(0, 2_000)
