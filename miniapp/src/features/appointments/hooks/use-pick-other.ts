import { newId } from '../../../platform/ids'
import type { Booking } from './use-booking'
import type { PickedSlot } from './use-pick-slot'

/** Takes a nearest free time in the place of the refused one; another choice, so another key. */
export function usePickOther({ takeOther }: Booking): (slot: PickedSlot) => Promise<void> {
  return async (slot) => {
    takeOther({ ...slot, key: await newId() })
  }
}
