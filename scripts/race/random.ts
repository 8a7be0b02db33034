/** Draws from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

/** The same seed and name draw the same numbers, on every machine: what a race repeats. (mulberry32 over an FNV-1a hash.) */
export function seededRandom(seed: number, name: string): Random {
  let state = 0x811c9dc5 ^ seed
  for (const character of name) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The item at a share (0–1) of the list, or undefined when it is empty. */
export function atShare<T>(items: readonly T[], share: number): T | undefined {
  return items[Math.min(items.length - 1, Math.floor(share * items.length))]
}
