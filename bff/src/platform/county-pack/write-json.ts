type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const LINE = 130
const WIDE = /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g

/** JSON laid out as the project's formatter does it, so that a change of one item is a change of a few lines. */
export function writeJson(value: Json, indent = '', before = 0): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? (value as readonly Json[]).map((one) => writeJson(one, inner))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${writeJson(one, inner, key.length + 4)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  if (parts.length === 0) return `${open}${close}`
  const line = `${open}${parts.join(', ')}${close}`
  // A comma may follow.
  if (Array.isArray(value) && !/^[[{]/.test(parts[0] ?? '') && widthOf(line) + indent.length + before < LINE) return line
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`
}

const widthOf = (text: string): number => text.length + (text.match(WIDE)?.length ?? 0)
