import path from 'node:path'
import ts from 'typescript'

const ROOT = path.resolve(__dirname, '../../../..')
const CONFIG = path.join(ROOT, 'bff/tsconfig.json')

const PRELUDE = `
import { endpoints, type CallInput } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { feature, type Handlers } from './register-endpoints'
const Thing = z.object({ id: z.string(), size: z.number() })
const table = endpoints({
  'GET /v1/things/:id': { summary: '', access: 'public', params: z.object({ id: z.string() }), reply: Thing, limit: 'read', pii: 'none' },
  'POST /v1/things': { summary: '', access: 'resident', onBehalf: 'never', body: Thing, reply: Thing, idempotent: true, limit: 'write', pii: 'none' },
  'DELETE /v1/things': { summary: '', access: 'staff', reply: null, limit: 'write', pii: 'none' },
})
const get: Handlers<typeof table>['GET /v1/things/:id'] = ({ params }) => Promise.resolve({ id: params.id, size: 1 })
const post: Handlers<typeof table>['POST /v1/things'] = ({ body, once }) => once(() => Promise.resolve(body))
const del: Handlers<typeof table>['DELETE /v1/things'] = () => Promise.resolve(undefined)
`
const API = `
import type { Api } from '../../../../miniapp/src/platform/api'
declare const api: Api
`

/** What is written, and the whole of what the compiler must say to it. */
const SNIPPETS: Record<string, { code: string; errors: (string | RegExp)[] }> = {
  'a complete table of handlers': {
    code: `${PRELUDE} feature(table, { 'GET /v1/things/:id': get, 'POST /v1/things': post, 'DELETE /v1/things': del })`,
    errors: [],
  },
  'a missing handler': {
    code: `${PRELUDE} feature(table, { 'GET /v1/things/:id': get, 'POST /v1/things': post })`,
    errors: [/^TS2345 .*Property ''DELETE \/v1\/things'' is missing/s],
  },
  'a handler for an unknown endpoint': {
    code: `${PRELUDE} feature(table, { 'GET /v1/things/:id': get, 'POST /v1/things': post, 'DELETE /v1/things': del, 'GET /v1/thigns': get })`,
    errors: [/^TS2353 .*''GET \/v1\/thigns'' does not exist/s],
  },
  'a wrong reply': {
    code: `${PRELUDE} feature(table, { 'GET /v1/things/:id': () => Promise.resolve({ id: 'a', size: 'large' }), 'POST /v1/things': post, 'DELETE /v1/things': del })`,
    errors: [/^TS2322 .*Types of property 'size' are incompatible.*Type 'string' is not assignable to type 'number'/s],
  },
  'a reply where the contract has none': {
    code: `${PRELUDE} feature(table, { 'GET /v1/things/:id': get, 'POST /v1/things': post, 'DELETE /v1/things': () => Promise.resolve({ id: 'a' }) })`,
    errors: [/^TS2322 .*not assignable to type 'Promise<void>'/s],
  },
  'a principal by access': {
    code: `${PRELUDE}
      export const handlers: Handlers<typeof table> = {
        'GET /v1/things/:id': ({ params, principal }) => Promise.resolve({ id: principal.accountId, size: params.id.length }),
        'POST /v1/things': ({ body, principal, once }) => once(() => Promise.resolve({ ...body, id: principal.accountId })),
        'DELETE /v1/things': ({ principal }) => Promise.resolve(void principal.role),
      }`,
    errors: [/^TS18047 'principal' is possibly 'null'/],
  },
  'a part that the endpoint does not declare': {
    code: `${PRELUDE} export const wrong: Handlers<typeof table>['DELETE /v1/things'] = ({ body }) => Promise.resolve(void body)`,
    errors: [/^TS2339 Property 'body' does not exist/],
  },
  'once() where the endpoint is not idempotent': {
    code: `${PRELUDE} export const wrong: Handlers<typeof table>['DELETE /v1/things'] = ({ once }) => Promise.resolve(void once)`,
    errors: [/^TS2339 Property 'once' does not exist/],
  },
  'a call without its body': {
    code: `${PRELUDE} export const input: CallInput<(typeof table)['POST /v1/things']> = {}`,
    errors: [/^TS2741 Property 'body' is missing/],
  },
  'a problem code that is not in the list': {
    code: `import { problem } from '../errors'
      export const wrong = problem('slot_fool')`,
    errors: [/^TS2345 Argument of type '"slot_fool"' is not assignable/],
  },
  "the app's call of a known endpoint": {
    code: `${API} export const done = api.call('GET /v1/follows/:id', { params: { id: 'x' } }).then((reply) => reply.caseNumber.length)`,
    errors: [],
  },
  "the app's call of an unknown endpoint": {
    code: `${API} export const done = api.call('GET /v1/folows', {})`,
    errors: [/^TS2345 Argument of type '"GET \/v1\/folows"' is not assignable/],
  },
  "the app's call with a wrong body": {
    code: `${API} export const done = api.call('POST /v1/sms-codes', { body: { phone: 1 } })`,
    errors: [/^TS2322 Type 'number' is not assignable to type 'string'/],
  },
  "the app's reading of what the reply does not have": {
    code: `${API} export const done = api.call('GET /v1/county').then((reply) => reply.mayor)`,
    errors: [/^TS2339 Property 'mayor' does not exist/],
  },
}

const fileOf = (index: number): string => path.join(__dirname, `snippet-${index.toString()}.ts`)
const names = Object.keys(SNIPPETS)
let program: ts.Program

beforeAll(() => {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    CONFIG,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )
  if (!parsed) throw new Error('the tsconfig of bff cannot be read')
  const options = { ...parsed.options, types: ['node'] }
  const host = ts.createCompilerHost(options)
  const written = new Map(Object.values(SNIPPETS).map(({ code }, index) => [fileOf(index), code]))
  const readFile = host.readFile.bind(host)
  const fileExists = host.fileExists.bind(host)
  const getSourceFile = host.getSourceFile.bind(host)
  host.readFile = (name) => written.get(path.normalize(name)) ?? readFile(name)
  host.fileExists = (name) => written.has(path.normalize(name)) || fileExists(name)
  host.getSourceFile = (name, version, ...rest) => {
    const code = written.get(path.normalize(name))
    return code === undefined ? getSourceFile(name, version, ...rest) : ts.createSourceFile(name, code, version)
  }
  program = ts.createProgram([...written.keys()], options, host)
}, 120_000)

test.each(names)(
  'the compiler judges %s',
  (name) => {
    const source = program.getSourceFile(fileOf(names.indexOf(name)))
    if (!source) throw new Error('not compiled')
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    const texts = found.map((one) => `TS${one.code.toString()} ${ts.flattenDiagnosticMessageText(one.messageText, '\n')}`)
    expect(texts).toEqual((SNIPPETS[name]?.errors ?? []).map((error) => expect.stringMatching(error) as string))
  },
  120_000,
)
