import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import type { FieldProblem } from '@one-visit/shared/kernel/problem'
import type { z } from 'zod'
import { problem } from '../errors'
import { describeIssue } from './input-messages'
import { isStorableText } from './parse-json'

export interface RawInput {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

/** Parses the parts that the endpoint declares; throws `invalid_input` with every field that needs mending, of all parts. */
export function parseInput(endpoint: Endpoint, raw: RawInput): Record<string, unknown> {
  const fields: FieldProblem[] = []
  const input: Record<string, unknown> = {}
  const read = (part: 'params' | 'query' | 'body', schema: z.ZodType | undefined, value: unknown): void => {
    if (!schema) return
    const parsed = schema.safeParse(value, { error: describeIssue })
    if (parsed.success) input[part] = parsed.data
    else fields.push(...parsed.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })))
  }
  read('params', endpoint.params, endpoint.params && textsOf(Object.entries(raw.params)))
  read('query', endpoint.query, endpoint.query && textsOf(raw.query))
  read('body', endpoint.body, raw.body)
  if (fields.length > 0) throw problem('invalid_input', { fields })
  return input
}

/** A name given twice becomes a list, which no schema for one text takes. No prototype: names come from outside. */
function textsOf(pairs: Iterable<readonly [string, string]>): Record<string, string | string[]> {
  const texts = Object.create(null) as Record<string, string | string[]>
  for (const [name, text] of pairs) {
    if (!isStorableText(text)) throw problem('malformed_request')
    const before = texts[name]
    texts[name] = before === undefined ? text : [before, text].flat()
  }
  return texts
}
