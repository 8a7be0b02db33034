import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { problem } from '../errors'
import { sensitive } from '../sensitive'
import { bearer, startTestApp, TOKENS } from './http-test-app'
import { feature } from './register-endpoints'

const RESIDENT_ID = '430224195803120026'
const PHONE = '13907330026'
const NAME = '谭秀英'

const Person = z.object({ residentId: z.string().length(18), phone: z.string().max(11), name: z.string() })
const base = { summary: '', access: 'resident', onBehalf: 'never', body: Person, limit: 'read', pii: 'sensitive' } as const
const table = endpoints({
  'POST /v1/answers': { ...base, reply: Person },
  'POST /v1/throws': { ...base, reply: null },
  'POST /v1/refuses/:phone': { ...base, reply: null },
  'POST /v1/wrong-reply': { ...base, reply: z.object({ name: z.literal('x') }) },
  'POST /v1/once': { ...base, reply: null, idempotent: true },
})

/** As a database driver's error: what was sent stands in the message and in properties. */
class QueryFailed extends Error {
  readonly parameters: unknown

  constructor(person: z.infer<typeof Person>) {
    super(`duplicate key value (resident_id)=(${person.residentId})`)
    this.parameters = [person]
  }
}

const people = feature(table, {
  'POST /v1/answers': ({ body }) => Promise.resolve(body),
  'POST /v1/throws': ({ body }) => Promise.reject(new Error(`could not save ${body.phone}`, { cause: new QueryFailed(body) })),
  'POST /v1/refuses/:phone': ({ body }) => Promise.reject(problem('internal_error', { cause: sensitive(body) })),
  'POST /v1/wrong-reply': ({ body }) => Promise.resolve(body as never),
  'POST /v1/once': async ({ once }) => {
    await once(() => Promise.resolve(null))
  },
})

test('no ID number, phone or name reaches a log line, a metric, an error answer or the idempotency record', async () => {
  const kept: unknown[] = []
  const app = await startTestApp({
    features: [people],
    runOnce: async (request, work) => {
      kept.push(request)
      return { reply: await work({} as never), replayed: false }
    },
  })
  const problems: string[] = []
  const send = async (path: string, body: unknown): Promise<void> => {
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': '7d9f2a3e-0000-4000-8000-000000000001',
      ...bearer(TOKENS.resident),
    }
    const response = await app.fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
    const text = await response.text()
    if (response.status >= 400) problems.push(text)
  }
  const person = { residentId: RESIDENT_ID, phone: PHONE, name: NAME }
  for (const path of ['/v1/answers', '/v1/throws', '/v1/refuses/13907330026', '/v1/wrong-reply', '/v1/once', '/v1/unknown']) {
    await send(`${path}?phone=${PHONE}&name=${encodeURIComponent(NAME)}`, person)
    await send(path, { ...person, residentId: `${RESIDENT_ID}0`, phone: `${PHONE}1`, name: 7 })
  }
  const metrics = await (await app.fetch('/metrics')).text()
  await app.close()
  expect(problems).toHaveLength(10)
  const everything = [app.logged(), metrics, ...problems, JSON.stringify(kept)].join('\n')
  for (const planted of [RESIDENT_ID, PHONE, NAME, encodeURIComponent(NAME)]) expect(everything).not.toContain(planted)
})
