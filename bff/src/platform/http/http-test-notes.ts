import { endpoints } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { problem } from '../errors'
import { bearer, onceInMemory, startTestApp, type TestApp, TOKENS } from './http-test-app'
import { feature } from './register-endpoints'

const Note = z.object({ id: z.string(), text: z.string() })
const NewNote = z.object({
  text: z.string().min(2, '请写两个字以上'),
  tags: z.array(z.string().max(5)).max(2),
  lines: z.array(z.string()).max(1).default([]),
  kind: z.enum(['a', 'b']),
  to: z.object({ email: z.email(), age: z.number().int().min(1) }),
})
const base = { limit: 'read', pii: 'none', summary: '' } as const

export const table = endpoints({
  'GET /v1/notes': { ...base, access: 'public', reply: z.object({ who: z.string().nullable() }) },
  'GET /v1/notes/:id': {
    ...base,
    access: 'public',
    params: z.object({ id: z.uuid('编号不正确') }),
    query: z.object({ limit: z.coerce.number().max(9).default(3) }),
    reply: Note,
  },
  'POST /v1/notes': {
    ...base,
    access: 'resident',
    onBehalf: 'never',
    body: NewNote,
    reply: Note,
    status: 201,
    idempotent: true,
    pii: 'personal',
  },
  'PUT /v1/notes/:id': {
    ...base,
    access: 'resident',
    onBehalf: 'never',
    params: z.object({ id: z.uuid('编号不正确') }),
    query: z.object({ mode: z.string() }),
    body: NewNote,
    reply: null,
  },
  'DELETE /v1/notes/:id': { ...base, access: 'resident', onBehalf: 'never', reply: null },
  'GET /v1/mine': { ...base, access: 'resident', onBehalf: 'never', reply: Note, pii: 'personal' },
  'GET /v1/verified': { ...base, access: 'resident', onBehalf: 'never', assurance: 2, reply: null },
  'GET /v1/sure': { ...base, access: 'resident', onBehalf: 'never', assurance: 3, reply: null },
  'GET /v1/staff': { ...base, access: 'staff', reply: null },
  'GET /v1/staff/settings': { ...base, access: 'staff', roles: ['administrator'], reply: null },
  'GET /v1/wrong-reply': { ...base, access: 'public', reply: Note },
  'GET /v1/forgets-once': { ...base, access: 'public', reply: null, idempotent: true },
  'GET /v1/refuses': { ...base, access: 'public', reply: null },
})

const none = (): Promise<undefined> => Promise.resolve(undefined)

let made = 0
/** How many notes the handler has made. */
export const notesMade = (): number => made

/** A feature with an endpoint of every kind. */
export const notes = feature(table, {
  'GET /v1/notes': ({ principal }) => Promise.resolve({ who: principal?.accountId ?? null }),
  'GET /v1/notes/:id': ({ params, query }) => Promise.resolve({ id: params.id, text: query.limit.toString() }),
  'POST /v1/notes': ({ body, once: runOnce }) =>
    runOnce(() => {
      made += 1
      return Promise.resolve({ id: made.toString(), text: body.text })
    }),
  'PUT /v1/notes/:id': none,
  'DELETE /v1/notes/:id': none,
  'GET /v1/mine': ({ principal }) => Promise.resolve({ id: principal.accountId, text: '' }),
  'GET /v1/verified': none,
  'GET /v1/sure': none,
  'GET /v1/staff': none,
  'GET /v1/staff/settings': none,
  'GET /v1/wrong-reply': () => Promise.resolve({ id: '1', text: 'x', secret: 'unexpected-value' }),
  'GET /v1/forgets-once': none,
  'GET /v1/refuses': () => Promise.reject(problem('case_not_found', { detail: '没有这个编号。', retryAfter: 1.2 })),
})

export const ID = '019a9f00-0000-7000-8000-000000000001'
export const KEY = '7d9f2a3e-0000-4000-8000-000000000001'
export const NOTE = { text: '好的', tags: [], kind: 'a', to: { email: 'a@b.cn', age: 3 } }

export interface NotesApp {
  readonly app: TestApp
  /** What came to be done once, with its keys. */
  readonly requests: ReturnType<typeof onceInMemory>['requests']
  /** Makes a note as a resident. */
  post(body: unknown, headers?: Record<string, string>): Promise<Response>
}

/** The feature over real HTTP, without rate limits. */
export async function startNotesApp(): Promise<NotesApp> {
  const once = onceInMemory()
  const app = await startTestApp({
    features: [notes],
    endpoints: table,
    runOnce: once.runOnce,
    limiter: { take: () => undefined },
  })
  return {
    app,
    requests: once.requests,
    post: (body, headers = {}) => {
      const all = { 'content-type': 'application/json', 'idempotency-key': KEY, ...bearer(TOKENS.resident), ...headers }
      return app.fetch('/v1/notes', { method: 'POST', headers: all, body: JSON.stringify(body) })
    },
  }
}

export async function codeOf(response: Response): Promise<unknown> {
  const body = (await response.json()) as { code?: unknown }
  return body.code
}
