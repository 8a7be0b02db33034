import type { CopyStore } from '../copy-store'

/** Copies in memory, for tests that are not about the database. */
export function memoryCopies(): CopyStore {
  const kept = new Map<string, { body: string; asOf: Date }>()
  return {
    get: (key) => Promise.resolve(kept.get(JSON.stringify(key)) ?? null),
    put: (key, body, asOf) => {
      kept.set(JSON.stringify(key), { body, asOf })
      return Promise.resolve()
    },
  }
}
