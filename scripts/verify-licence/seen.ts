/** Presentations that were taken here, until their codes have ended anyway: id → last instant, in milliseconds since 1970. */
export type Seen = Readonly<Record<string, number>>

/** Those that may still be shown again at `now`. */
export function stillLiving(seen: Seen, now: Date): Seen {
  return Object.fromEntries(Object.entries(seen).filter(([, until]) => until > now.getTime()))
}

/** What was kept as JSON; anything else is nothing seen. */
export function parseSeen(json: string | null): Seen {
  try {
    const value: unknown = JSON.parse(json ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
  } catch {
    return {}
  }
}
