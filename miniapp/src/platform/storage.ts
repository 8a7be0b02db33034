import Taro from '@tarojs/taro'

const PREFIX = 'one-visit:'

/** What could not be written to the phone (full, or a private window) is at least kept until the app closes. */
const memory = new Map<string, unknown>()

/** Returns null when nothing (or nothing readable) is stored. Callers check the shape: an older version may have written it. */
export function readStored(key: string): unknown {
  if (memory.has(key)) return memory.get(key) ?? null
  try {
    const value: unknown = Taro.getStorageSync(PREFIX + key)
    return value === '' || value === undefined ? null : value
  } catch {
    return null
  }
}

export function writeStored(key: string, value: unknown): void {
  try {
    Taro.setStorageSync(PREFIX + key, value)
    memory.delete(key)
  } catch {
    memory.set(key, value)
  }
}

export function removeStored(key: string): void {
  memory.delete(key)
  try {
    Taro.removeStorageSync(PREFIX + key)
  } catch {
    memory.set(key, null)
  }
}

/** Removes every key that starts with `prefix`, for instance all drafts at sign-out. */
export function removeStoredUnder(prefix: string): void {
  const onPhone = Taro.getStorageInfoSync()
    .keys.filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))
  for (const key of new Set([...onPhone, ...memory.keys()])) if (key.startsWith(prefix)) removeStored(key)
}
