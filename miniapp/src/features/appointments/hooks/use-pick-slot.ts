import { newId } from '../../../platform/ids'
import { go } from '../../../platform/navigation'
import { APPOINTMENT_PAGES } from '../appointments-pages'
import { useAnswers } from './use-answers'

/** A time that can be had or waited for, with all that is needed to come back to it. */
export interface PickedSlot {
  slotId: string
  office: string
  itemGroup: string
  date: string
  startsAt: string
  endsAt: string
}

/** Notes the time that the person picked and leads on: for a new visit, or for the visit `moving` (its id). */
export function usePickSlot(moving: string | null): (slot: PickedSlot) => Promise<void> {
  const booking = useAnswers('booking')
  const move = useAnswers('move')
  return async (slot) => {
    const key = await newId()
    if (moving !== null) {
      move.answer({ ...slot, key, visit: moving })
      await go(APPOINTMENT_PAGES.moveCheck, { id: moving })
      return
    }
    booking.answer({ ...slot, key })
    await go(booking.answers.who === '' ? APPOINTMENT_PAGES.who : APPOINTMENT_PAGES.check)
  }
}
