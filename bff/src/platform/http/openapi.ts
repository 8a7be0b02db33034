import type { Endpoint, EndpointTable } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'
import { problemResponses, PROBLEM_SCHEMA } from './openapi-problems'

export type JsonObject = Readonly<Record<string, unknown>>

export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: JsonObject
  readonly servers: readonly JsonObject[]
  readonly tags: readonly JsonObject[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>
  readonly components: JsonObject
}

const SECURITY_OF = {
  public: [{}, { residentToken: [] }],
  resident: [{ residentToken: [] }],
  staff: [{ staffToken: [] }],
} as const

const DEVICE_ID = {
  name: 'X-Device-Id',
  in: 'header',
  required: false,
  schema: { type: 'string', format: 'uuid' },
  description: 'What the app calls its installation; made at first start and kept.',
}
const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
  description: 'The same key answers with the same reply for 24 hours.',
}

/** OpenAPI 3.1 of every endpoint. Requests are described as they are sent, replies as they arrive. */
export function buildOpenApi(table: EndpointTable, version: string): OpenApiDocument {
  const paths: Record<string, Record<string, JsonObject>> = {}
  const tags = new Set<string>()
  for (const [key, endpoint] of Object.entries(table)) {
    const [method = '', path = ''] = key.split(' ')
    const template = path.replace(/:(\w+)/g, '{$1}')
    const tag = path.split('/')[2] ?? 'other'
    tags.add(tag)
    paths[template] = { ...paths[template], [method.toLowerCase()]: describeOperation(key, endpoint, tag) }
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'One Visit',
      version,
      summary: "A county's mobile counter",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: [...tags].sort().map((name) => ({ name, description: `Everything below /v1/${name}` })),
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        residentToken: { type: 'http', scheme: 'bearer', description: 'The token of a resident session.' },
        staffToken: { type: 'http', scheme: 'bearer', description: 'The token of a staff session.' },
      },
    },
  }
}

function describeOperation(key: string, endpoint: Endpoint, tag: string): JsonObject {
  const parameters = [
    ...parametersOf(endpoint.params, 'path'),
    ...parametersOf(endpoint.query, 'query'),
    DEVICE_ID,
    ...(endpoint.idempotent ? [IDEMPOTENCY_KEY] : []),
  ]
  return {
    operationId: key.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
    summary: endpoint.summary,
    tags: [tag],
    security: SECURITY_OF[endpoint.access],
    parameters,
    ...(endpoint.body && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } } },
    }),
    responses: { ...successOf(endpoint), ...problemResponses(endpoint) },
    'x-rate-limit-class': endpoint.limit,
    'x-pii': endpoint.pii,
    ...(endpoint.audit && { 'x-audit-event': endpoint.audit }),
    ...(endpoint.access === 'resident' && { 'x-assurance': endpoint.assurance ?? 1 }),
    ...(endpoint.access === 'staff' && endpoint.roles && { 'x-roles': endpoint.roles }),
  }
}

function successOf(endpoint: Endpoint): Record<string, JsonObject> {
  if (endpoint.reply === null) return { '204': { description: 'Done; nothing to say.' } }
  const content = { 'application/json': { schema: schemaOf(endpoint.reply, 'output') } }
  return { [String(endpoint.status ?? 200)]: { description: 'Done.', content } }
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return []
  const described = schemaOf(schema, 'input')
  const required = new Set(Array.isArray(described['required']) ? described['required'] : [])
  const properties = Object.entries((described['properties'] ?? {}) as Record<string, JsonObject>)
  return properties.map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }))
}

/** Zod's own export; the dialect is that of OpenAPI 3.1, so naming it again in each schema would only be noise. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const described = Object.entries(z.toJSONSchema(schema, { target: 'draft-2020-12', io }))
  return Object.fromEntries(described.filter(([name]) => name !== '$schema' && name !== '~standard'))
}
