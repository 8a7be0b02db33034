import { onForgetPerson } from './session'
import { storedValue, useStoredValue } from './stored-value'

type Ticks = Readonly<Record<string, readonly string[]>>

/** Of more items than these nobody gathers papers at a time; those ticked longest ago go first. */
const KEPT_ITEMS = 30

const isTicks = (value: unknown): value is Ticks =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'))

/** Under `draft:` since it says what the person is about to do: it goes with them. */
const ticks = storedValue<Ticks>('draft:item-ticks', {}, isTicks)
onForgetPerson(ticks.clear)

export interface TickList {
  isTicked: (name: string) => boolean
  tick: (name: string, isTicked: boolean) => void
}

/** What somebody has already got ready for an item: stays on the phone until they sign out. */
export function useTicks(item: string): TickList {
  const { [item]: own = [], ...others } = useStoredValue(ticks)
  return {
    isTicked: (name) => own.includes(name),
    tick: (name, isTicked) => {
      const names = own.filter((one) => one !== name)
      const kept = Object.entries(others).slice(1 - KEPT_ITEMS)
      ticks.set({ ...Object.fromEntries(kept), [item]: isTicked ? [...names, name] : names })
    },
  }
}
