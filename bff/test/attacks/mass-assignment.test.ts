import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { getMetadataArgsStorage } from 'typeorm'
import { z } from 'zod'
import type { FieldCrypto } from '../../src/platform/crypto/field-crypto'
import { doEverything, doTheRest } from '../everything-of-a-day'
import { everyRow } from '../every-row'
import type { LooseInput } from '../http-client'
import { signInVerified } from '../people'
import { applicationFor } from '../../src/features/cross-province/testing/application-calls'
import { testCrypto } from '../test-crypto'
import { startTestServer, type TestServer } from '../test-server'

/** Not to be found anywhere afterwards, whichever field it was sent as. */
const PLANTED_ID = '0bad0bad-0bad-7bad-8bad-0bad0bad0bad'
const PLANTED_NUMBER = 424_242_424

const ENDPOINTS: Readonly<Record<string, Endpoint>> = allEndpoints
const sealed: string[] = []
const replies: unknown[] = []
const succeeded = new Set<string>()

/** Every column of every table, by both its names, and what is no column but decides something. */
function privilegedFields(): Record<string, string | number> {
  const columns = getMetadataArgsStorage().columns.flatMap(({ propertyName, options }) => {
    const planted = options.type === 'integer' ? PLANTED_NUMBER : PLANTED_ID
    return [
      [propertyName, planted],
      [options.name ?? propertyName, planted],
    ] as const
  })
  const more = ['principal', 'token', 'session', 'owner', 'mandate', 'isAdmin', 'roles', 'signal', 'requestId', 'ip', 'once']
  return { ...Object.fromEntries([...more.map((name) => [name, PLANTED_ID] as const), ...columns]), assurance: PLANTED_NUMBER }
}
const PRIVILEGED = privilegedFields()

/** The names that the endpoint itself asks for, at any depth. */
function namesOf(schema: z.ZodType): Set<string> {
  const names = new Set<string>()
  const walk = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('properties' in part) for (const name of Object.keys(part.properties as object)) names.add(name)
    for (const inner of Object.values(part)) walk(inner)
  }
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))
  return names
}

/** Puts every privileged field that is not asked for into every object. Answers to a region's questions are named by the county. */
function poison(value: unknown, asked: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((one) => poison(one, asked))
  if (typeof value !== 'object' || value === null) return value
  const own = Object.entries(value).map(([name, inner]: [string, unknown]) => [
    name,
    name === 'answers' ? inner : poison(inner, asked),
  ])
  const planted = Object.entries(PRIVILEGED).filter(([name]) => !asked.has(name))
  return { ...Object.fromEntries(planted), ...Object.fromEntries(own) }
}

/** A client that sends all of it, as a body and in the address, with everything that is sent through it. */
function poisoned(server: TestServer): TestServer {
  return {
    ...server,
    call: async (key, input) => {
      const { body, query } = input as LooseInput
      const endpoint = ENDPOINTS[key]
      if (endpoint?.body === undefined && endpoint?.query === undefined) return server.call(key, input)
      const answer = await server.ask(key, {
        ...(input as LooseInput),
        ...(body === undefined || !endpoint.body ? {} : { body: poison(body, namesOf(endpoint.body)) }),
        query: endpoint.query ? (poison(query ?? {}, namesOf(endpoint.query)) as Record<string, unknown>) : PRIVILEGED,
      })
      if (answer.status >= 400) throw new Error(`${key} answered ${answer.status} ${JSON.stringify(answer.body)}`)
      succeeded.add(key)
      replies.push(answer.body)
      return answer.body as never
    },
  }
}

/** Sealed columns cannot be searched, so what goes into them is. */
function listening(crypto: FieldCrypto): FieldCrypto {
  const seal: FieldCrypto['seal'] = (text, purpose) => {
    sealed.push(text)
    return crypto.seal(text, purpose)
  }
  return { ...crypto, seal }
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ crypto: listening(testCrypto()) })
  await doEverything(poisoned(server))
  await doTheRest(poisoned(server))
})
afterAll(() => server.close())

const isPlanted = (value: unknown): boolean => {
  const text = JSON.stringify(value ?? null)
  return text.includes(PLANTED_ID) || text.includes(String(PLANTED_NUMBER))
}

test('a day on which every request sets every column goes as any other, and nothing of it is kept, sealed, told or logged', async () => {
  expect(Object.keys(PRIVILEGED).length).toBeGreaterThan(150)
  expect(sealed.length).toBeGreaterThan(50)
  const rows = await everyRow(server.database)
  expect(Object.keys(rows).filter((table) => isPlanted(rows[table]))).toEqual([])
  expect(sealed.filter(isPlanted)).toEqual([])
  expect(replies.filter(isPlanted)).toEqual([])
  expect(isPlanted(server.logged())).toBe(false)
})

test('every endpoint that takes a body was part of that day', () => {
  const bodies = Object.entries(ENDPOINTS).filter(([, { body }]) => body !== undefined)
  expect(bodies.map(([key]) => key).filter((key) => !succeeded.has(key))).toEqual([])
})

test('answers to what a region has not asked are refused', async () => {
  const { token } = await signInVerified(server, 'chenjianguo')
  const body = applicationFor('remote-care-filing')
  const answers = { ...body.answers, status: 'accepted' }
  expect(await server.refused('POST /v1/cross-province-applications', { token, body: { ...body, answers } })).toMatchObject({
    code: 'invalid_input',
    fields: [{ path: 'answers.status' }],
  })
})
