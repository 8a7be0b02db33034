import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { allEndpoints } from '@one-visit/shared/all-endpoints'
import { endpoints, type Endpoint, type EndpointTable } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { startTestApp } from './http-test-app'
import { buildOpenApi } from './openapi'

/** The linter is a module of the new kind, which the test runner does not load; a process of its own does. */
const LINT = `
  import { createConfig, lintFromString } from '@redocly/openapi-core'
  import { readFileSync } from 'node:fs'
  const config = await createConfig({ extends: ['recommended-strict'] })
  const problems = await lintFromString({ source: readFileSync(process.argv[1], 'utf8'), absoluteRef: 'openapi.json', config })
  console.log(JSON.stringify(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer].join(' | '))))
`

async function lint(document: unknown): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'one-visit-openapi-'))
  try {
    const file = path.join(folder, 'openapi.json')
    await writeFile(file, JSON.stringify(document))
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', LINT, file], { cwd: __dirname })
    return JSON.parse(stdout) as string[]
  } finally {
    await rm(folder, { recursive: true })
  }
}

const document = buildOpenApi(allEndpoints, '0.0.0')
const sample = endpoints({
  'POST /v1/things/:id': {
    summary: 'Make a thing',
    access: 'resident',
    onBehalf: 'never',
    assurance: 2,
    idempotent: true,
    status: 201,
    limit: 'write',
    pii: 'personal',
    audit: 'thing_made',
    problems: ['case_not_found'],
    params: z.object({ id: z.uuid() }),
    query: z.object({ limit: z.coerce.number().int().default(20), cursor: z.string().optional() }),
    body: z.object({ name: z.string().transform((name) => name.length), note: z.string().default('') }),
    reply: z.object({ id: z.uuid(), note: z.string().default('') }),
  },
})

test('the document of every endpoint passes the linter', async () => {
  expect(await lint(document)).toEqual([])
})

test('the linter does find a mistake', async () => {
  const found = await lint({ ...document, paths: { '/v1/x/{id}': { get: { responses: { '200': {} } } } } })
  expect(found.join('\n')).toMatch(/path-parameters-defined/)
})

test('every endpoint is described once, under its own name', () => {
  const described = Object.entries(document.paths).flatMap(([path_, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path_}`),
  )
  expect(described.sort()).toEqual(
    Object.keys(allEndpoints)
      .map((key) => key.replace(/:(\w+)/g, '{$1}'))
      .sort(),
  )
  const ids = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map((operation) => operation['operationId']),
  )
  expect(new Set(ids).size).toBe(ids.length)
})

test('what is sent is described as it is sent, what is answered as it arrives', () => {
  const operation = buildOpenApi(sample, '1').paths['/v1/things/{id}']?.['post']
  expect(operation).toMatchObject({
    operationId: 'post_v1_things_id',
    security: [{ residentToken: [] }],
    'x-assurance': 2,
    'x-audit-event': 'thing_made',
    requestBody: {
      required: true,
      content: { 'application/json': { schema: { properties: { name: { type: 'string' } }, required: ['name'] } } },
    },
    responses: { '201': { content: { 'application/json': { schema: { required: ['id', 'note'] } } } } },
  })
  const parameters = operation?.['parameters'] as { name: string; in: string; required: boolean }[]
  expect(parameters.map((one) => `${one.in} ${one.name}${one.required ? ' required' : ''}`)).toEqual([
    'path id required',
    'query limit',
    'query cursor',
    'header X-Device-Id',
    'header Idempotency-Key required',
  ])
})

test('every problem an endpoint can answer with is named under its status', () => {
  const responses = buildOpenApi(sample, '1').paths['/v1/things/{id}']?.['post']?.['responses'] as Record<
    string,
    { description: string }
  >
  expect(Object.keys(responses)).toEqual([
    '201',
    '400',
    '401',
    '403',
    '404',
    '408',
    '409',
    '413',
    '415',
    '422',
    '429',
    '500',
    '503',
  ])
  expect(responses['403']?.description).toMatch(/`not_allowed`.*`real_name_required`/)
  expect(responses['404']?.description).toMatch(/`case_not_found`/)
})

test.each(Object.entries(allEndpoints as EndpointTable))(
  '%s declares only parameters that its path has',
  (key, endpoint: Endpoint) => {
    const inPath = [...key.matchAll(/:(\w+)/g)].map(([, name]) => name)
    expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(inPath)
  },
)

test('it is served as JSON, and as a page without any script that fits a narrow screen', async () => {
  const app = await startTestApp({ endpoints: allEndpoints, version: '1.2.3' })
  const json = await app.fetch('/openapi.json')
  expect(await json.json()).toMatchObject({ openapi: '3.1.1', info: { version: '1.2.3' } })
  const again = await app.fetch('/openapi.json', {
    headers: { 'if-none-match': json.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
  })
  expect(again.status).toBe(304)
  const page = await app.fetch('/docs')
  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; frame-ancestors 'none'/,
  )
  expect(html).not.toMatch(/<script|<link|<img|style=|https?:\/\//)
  expect(html).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  for (const key of Object.keys(allEndpoints)) expect(html).toContain(`<code>${key.replace(/:(\w+)/g, '{$1}')}</code>`)
  expect(html).toContain('id="problem-case_not_found"')
  await app.close()
})

test('whatever stands in the contract is written into the page as text', async () => {
  const hostile = endpoints({
    'GET /v1/x': {
      summary: '<script>alert(1)</script>',
      access: 'public',
      reply: z.literal('</pre><b a="\'">'),
      limit: 'read',
      pii: 'none',
    },
  })
  const app = await startTestApp({ endpoints: hostile })
  const html = await (await app.fetch('/docs')).text()
  expect(html).not.toMatch(/<script>|<\/pre><b/)
  expect(html).toContain('&lt;script&gt;')
  await app.close()
})
