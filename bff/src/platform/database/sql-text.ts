/** What may be bound. Booleans become 0 and 1, as the tables keep them; instants are bound as ISO text. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array

/** Rows in a statement whose text depends on how many there are. */
export class SqlRows {
  constructor(readonly rows: readonly (readonly SqlValue[])[]) {
    if (rows.length === 0 || rows.some((row) => row.length === 0)) throw new Error('SQL has no empty list of values.')
  }
}

/** `INSERT … VALUES ${valuesOf(rows)}`: `(?, ?), (?, ?)`. At least one row. */
export const valuesOf = (rows: readonly (readonly SqlValue[])[]): SqlRows => new SqlRows(rows)

/** `WHERE id IN ${listOf(ids)}`: `(?, ?, ?)`. At least one value. */
export const listOf = (values: readonly SqlValue[]): SqlRows => new SqlRows([values])

export type SqlPart = SqlValue | SqlRows

type Placeholder = (index: number) => string

export const hasRows = (parts: readonly SqlPart[]): boolean => parts.some((part) => part instanceof SqlRows)

/**
 * Turns a template into SQL text with placeholders. A template literal is one object for the life of the program, so one
 * without rows is put together once.
 */
export function sqlTexts(placeholder: Placeholder): (strings: TemplateStringsArray, parts: readonly SqlPart[]) => string {
  const known = new WeakMap<TemplateStringsArray, string>()
  return (strings, parts) => {
    if (hasRows(parts)) return writeText(strings, parts, placeholder)
    const text = known.get(strings) ?? writeText(strings, parts, placeholder)
    known.set(strings, text)
    return text
  }
}

function writeText(strings: TemplateStringsArray, parts: readonly SqlPart[], placeholder: Placeholder): string {
  let index = 0
  const next = (): string => placeholder((index += 1))
  const write = (part: SqlPart | undefined): string =>
    part instanceof SqlRows ? part.rows.map((row) => `(${row.map(next).join(', ')})`).join(', ') : next()
  return strings.reduce((sql, string, place) => sql + write(parts[place - 1]) + string)
}

/** The values as both drivers take them. */
export function bound(parts: readonly SqlPart[]): Exclude<SqlValue, boolean>[] {
  const values = parts.flatMap((part): readonly SqlValue[] => (part instanceof SqlRows ? part.rows.flat() : [part]))
  return values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
}
