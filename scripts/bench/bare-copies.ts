import type { BareDeps } from './bare-people'

const FIND = 'SELECT body, as_of FROM department_copies WHERE key = ?'
const KEEP = `INSERT INTO department_copies (key, body, as_of) VALUES (?, ?, ?)
  ON CONFLICT (key) DO UPDATE SET body = excluded.body, as_of = excluded.as_of WHERE department_copies.as_of <= excluded.as_of`

/** As long as the BFF's policies take a copy of these departments without asking. */
const FRESH_MS = 30_000

export interface BareCopies {
  keyOf(owner: string, question: string): string
  /** Null: none that is fresh. */
  find(key: string): { text: string; asOf: Date } | null
  keep(key: string, text: string): Date
}

/** Sealed copies of department replies, one statement each way. */
export function bareCopies({ database, crypto, clock }: BareDeps): BareCopies {
  const find = database.prepare<[string], { body: string; as_of: string }>(FIND)
  const keep = database.prepare<[string, string, string]>(KEEP)
  return {
    keyOf: (owner, question) => `${owner}/${crypto.blindIndex(`${owner}/${question}`, 'department_copy')}`,
    find: (key) => {
      const row = find.get(key)
      if (!row || clock.now().getTime() - Date.parse(row.as_of) >= FRESH_MS) return null
      return { text: crypto.open(row.body, `department_copy:${key}`), asOf: new Date(row.as_of) }
    },
    keep: (key, text) => {
      const asOf = clock.now()
      keep.run(key, crypto.seal(text, `department_copy:${key}`), asOf.toISOString())
      return asOf
    },
  }
}
