/** What may be bound. Booleans become 0 and 1, as the tables keep them; instants are bound as ISO text. */
export type SqlValue = string | number | bigint | boolean | null | Uint8Array

type Placeholder = (index: number) => string

/**
 * Turns a template into SQL text with placeholders. A template literal is one object for the life of the program, so each is
 * put together once.
 */
export function sqlTexts(placeholder: Placeholder): (strings: TemplateStringsArray) => string {
  const known = new WeakMap<TemplateStringsArray, string>()
  return (strings) => {
    const text = known.get(strings) ?? strings.reduce((sql, part, index) => sql + placeholder(index) + part)
    known.set(strings, text)
    return text
  }
}

/** The values as both drivers take them. */
export function bound(values: readonly SqlValue[]): Exclude<SqlValue, boolean>[] {
  return values.map((value) => (typeof value === 'boolean' ? Number(value) : value))
}
