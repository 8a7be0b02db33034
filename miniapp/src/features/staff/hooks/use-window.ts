import { storedValue, useStoredValue } from '../../../platform/stored-value'

const isText = (value: unknown): value is string => typeof value === 'string'
const kept = storedValue('staff-window', '', isText)
const keptGroup = storedValue('staff-queue-group', '', isText)

/** The number of the window that this device stands at, as it was last typed. */
export function useWindow(): { window: string; setWindow: (typed: string) => void } {
  return { window: useStoredValue(kept), setWindow: kept.set }
}

/** What this window calls for; empty until chosen. */
export function useQueueGroup(): { group: string; setGroup: (group: string) => void } {
  return { group: useStoredValue(keptGroup), setGroup: keptGroup.set }
}
