import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import { z } from 'zod'

const ENDPOINTS: Readonly<Record<string, Endpoint>> = allEndpoints

/** Texts that are checked against something and shown to nobody. */
const SECRETS_AND_NUMBERS = new Set([
  'password',
  'code',
  'token',
  'proof',
  'cursor',
  'residentId',
  'caseNumber',
  'number',
  'value',
  'fields',
  'q',
  'department',
  'username',
])
interface Part {
  readonly properties?: Readonly<Record<string, Part>>
  readonly additionalProperties?: Part | boolean
  readonly anyOf?: readonly Part[]
  readonly oneOf?: readonly Part[]
  readonly items?: Part
  readonly type?: string
  readonly enum?: unknown
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
}

/** The names of the fields in which people write what they like. */
function freeTexts(part: Part, name = ''): string[] {
  if (part.type === 'string')
    return [part.enum, part.const, part.format, part.pattern].every((one) => one === undefined) ? [name] : []
  const more = typeof part.additionalProperties === 'object' ? freeTexts(part.additionalProperties, name) : []
  return [
    ...[...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap((one) => freeTexts(one, name)),
    ...Object.entries(part.properties ?? {}).flatMap(([field, inner]) => freeTexts(inner, field)),
    ...(part.items ? freeTexts(part.items, name) : []),
    ...more,
  ]
}

const textsOf = (schema: z.ZodType | undefined): string[] =>
  schema ? freeTexts(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Part) : []

/** The names of the fields of an endpoint in which people write words that others may read. */
export function typedIn(key: string): ReadonlySet<string> {
  const endpoint = ENDPOINTS[key]
  return new Set([...textsOf(endpoint?.body), ...textsOf(endpoint?.query)].filter((name) => !SECRETS_AND_NUMBERS.has(name)))
}

/** All of them, each as `POST /v1/help-requests words`. */
export const TYPED_TEXTS: readonly string[] = Object.keys(ENDPOINTS).flatMap((key) =>
  [...typedIn(key)].map((name) => `${key} ${name}`),
)
