import { parseSeen, type Seen } from '../seen'

/** The two published documents and what was taken here before. */
export interface Store {
  readonly keys: unknown
  readonly status: unknown
  readonly origin: string
  readonly seen: Seen
}

const NAMES = ['keys', 'status', 'origin'] as const
const nameOf = (name: string): string => `verify-licence.${name}`

function parseJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** What was kept in this browser. */
export function readStore(): Store {
  const [keys, status, origin] = NAMES.map((name) => parseJson(localStorage.getItem(nameOf(name))))
  return {
    keys,
    status,
    origin: typeof origin === 'string' ? origin : '',
    seen: parseSeen(localStorage.getItem(nameOf('seen'))),
  }
}

export function keep(changes: Partial<Store>): void {
  for (const [name, value] of Object.entries(changes)) localStorage.setItem(nameOf(name), JSON.stringify(value))
}
