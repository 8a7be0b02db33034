import { readStored, removeStored, writeStored } from './storage'

interface Copy {
  at: number
  data: unknown
}

const isCopy = (value: unknown): value is Copy =>
  typeof value === 'object' && value !== null && 'at' in value && typeof value.at === 'number' && 'data' in value

const keyOf = (queryKey: readonly unknown[]): string => `copy:${JSON.stringify(queryKey)}`

/** The last good answer, kept on the phone for when there is no network. `at`: epoch milliseconds. */
export function readCopy(queryKey: readonly unknown[]): Copy | null {
  const stored = readStored(keyOf(queryKey))
  return isCopy(stored) ? stored : null
}

export function keepCopy(queryKey: readonly unknown[], data: unknown, at: number): void {
  writeStored(keyOf(queryKey), { at, data })
}

/** What it was of is no more, or is no longer shown to this person. */
export function dropCopy(queryKey: readonly unknown[]): void {
  removeStored(keyOf(queryKey))
}
