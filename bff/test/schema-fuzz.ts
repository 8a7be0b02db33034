import fc from 'fast-check'
import { z } from 'zod'

type Json = Record<string, unknown>

/** Texts that have broken parsers, databases, logs, pages and spreadsheets before. */
const EDGES = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '﷽',
    '\u202e倒',
    '𠮷',
    '\r\nX-Injected: 1',
    '\n{"level":60}',
    '%00',
    '../../etc/passwd',
    '${7*7}',
  ],
  ...["' OR '1'='1", '"; DROP TABLE accounts;--', '=HYPERLINK("a")', '+1', '@SUM(A1)', '<script>alert(1)</script>', '{{7*7}}'],
  ...[
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'toString',
    '1e999',
    '-0',
    'NaN',
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
  ],
  ...['a'.repeat(10_000), '字'.repeat(5_000)],
]
const edge = fc.constantFrom<unknown>(...EDGES, null, true, 0, -1, 0.5, 2 ** 53, -(2 ** 63), 1e308, [], {}, [[[[]]]])

/** What exists, so that requests get further than "not found". */
interface Known {
  readonly ids: readonly string[]
  readonly texts: readonly string[]
}

/** Values that fit a schema of the contract; in every other of them, now and then something does not. */
export function valuesOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  const { $defs, ...root } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  const context = { known, definitions: ($defs ?? {}) as Record<string, Json>, depth: 0 }
  return fc.oneof(fitting(root, { ...context, clean: true }), fitting(root, { ...context, clean: false }))
}

interface Context {
  readonly known: Known
  readonly clean: boolean
  readonly definitions: Record<string, Json>
  readonly depth: number
}

/** One value in eight is an edge, at every level. */
function fitting(schema: Json, context: Context): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 7, arbitrary: exactly(schema, { ...context, depth: context.depth + 1 }) },
    { weight: 1, arbitrary: edge },
  )
}

function exactly(schema: Json, context: Context): fc.Arbitrary<unknown> {
  const parts = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (context.depth > 8) return edge
  if (typeof schema['$ref'] === 'string')
    return exactly(context.definitions[schema['$ref'].replace('#/$defs/', '')] ?? {}, context)
  if (parts) return fc.oneof(...parts.map((part) => exactly(part, context)))
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom<unknown>(...(schema['enum'] as unknown[]))
  switch (schema['type']) {
    case 'object':
      return objects(schema, context)
    case 'array':
      return fc.array(fitting((schema['items'] ?? {}) as Json, context), { maxLength: 4 })
    case 'string':
      return texts(schema, context)
    case 'integer':
    case 'number':
      return fc.oneof(fc.integer({ min: -10, max: 400 }), fc.integer())
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.oneof(edge, fc.constantFrom(...context.known.texts))
  }
}

/** Fields go missing, and others are there that nobody asked for. */
function objects(schema: Json, context: Context): fc.Arbitrary<unknown> {
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
  const model = Object.fromEntries(fields.map(([name, field]) => [name, fitting(field, context)]))
  const complete = fc.record(model)
  if (context.clean) return complete
  const more = fc.dictionary(fc.constantFrom('id', 'accountId', 'role', 'status', 'assurance', 'residentId'), edge, {
    maxKeys: 2,
  })
  return fc.oneof(
    { weight: 6, arbitrary: complete },
    { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.tuple(complete, more).map(([value, extra]) => ({ ...value, ...extra })) },
  )
}

interface TextSchema {
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
}

function texts(schema: TextSchema, { known, clean }: Context): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 30 } = schema
  if (format === 'uuid') return clean ? fc.constantFrom(...known.ids) : fc.oneof(fc.constantFrom(...known.ids), fc.uuid())
  if (format === 'date') return fc.constantFrom('2026-11-21', '2026-11-23', '2026-12-04', '2027-01-01')
  const form = pattern === undefined ? null : new RegExp(pattern)
  const fits = ({ length }: string): boolean => length >= minLength && length <= maxLength
  const existing = known.texts.filter((text) => !clean || (fits(text) && form?.test(text) !== false))
  const made = form ? fc.stringMatching(form) : fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 30)) })
  return existing.length > 0 ? fc.oneof(fc.constantFrom(...existing), made) : made
}
