import { storedValue, useStoredValue } from '../../../platform/stored-value'
import type { Grain } from '../board-table'

const isGrain = (value: unknown): value is Grain => value === 'hour' || value === 'slot'
const kept = storedValue<Grain>('staff-grain', 'hour', isGrain)

/** How finely the board is shown on this device, as it was last chosen: whoever comes back to the board finds it as it was. */
export function useGrain(): { grain: Grain; setGrain: (grain: Grain) => void } {
  return { grain: useStoredValue(kept), setGrain: kept.set }
}
