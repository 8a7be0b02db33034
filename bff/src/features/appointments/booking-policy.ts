import { ACTIVE_LIMIT, freePlaces } from '@one-visit/shared/appointments/rules'
import { localDateAt } from '@one-visit/shared/kernel/local-date'
import type { CountyPack } from '../../platform/county-pack'
import { type Problem, problem } from '../../platform/errors'
import type { Appointment } from './appointment.entity'
import type { ActiveVisit } from './appointment-store'
import { type BookingPause, pauseSentence } from './booking-pause'
import { isKeptOpen } from './free-places'
import { bookingWindowProblem } from './plan-slots'
import type { SlotRow } from './slot-store'

/** Everything that decides whether a person gets a place, as it stands under the slot's lock. */
export interface Wish {
  readonly slot: SlotRow
  readonly channel: Appointment['channel']
  /** Neither elderly nor a proxy booking: what is kept is not for them. */
  readonly ordinary: boolean
  /**
   * `moving`: the person has a visit and wants another time for it; `held`: a place of this slot is held for the person, and has
   * just been taken out of `held`.
   */
  readonly standing: 'new' | 'moving' | 'held'
  readonly active: readonly ActiveVisit[]
  readonly pause: BookingPause | null
}

/** Why this wish cannot be granted, or null. The order is the order in which it helps the person to know. */
export function refusalOf(wish: Wish, pack: CountyPack, now: Date): Problem | null {
  return refusalOfPerson(wish) ?? refusalOfTime(wish, pack, now) ?? refusalOfRoom(wish, now)
}

function refusalOfPerson({ channel, standing, active, pause, slot }: Wish): Problem | null {
  // A pause is about new bookings: the counter stays open, and what the person has or was promised stays theirs.
  if (pause && channel !== 'walk_in' && standing === 'new') return problem('booking_paused', { detail: pauseSentence(pause) })
  if (active.some((visit) => visit.item_group === slot.item_group)) return problem('already_booked')
  return active.length >= ACTIVE_LIMIT ? problem('appointment_limit_reached') : null
}

function refusalOfTime({ slot, channel, standing }: Wish, pack: CountyPack, now: Date): Problem | null {
  if (slot.state === 'closed' || (slot.state === 'paused' && standing !== 'held')) return problem('slot_closed')
  if (channel === 'walk_in') return isUnderWay(slot, now) ? null : problem('slot_past')
  const code = bookingWindowProblem(pack, slot, now)
  return code === null ? null : problem(code)
}

function refusalOfRoom({ slot, ordinary, standing }: Wish, now: Date): Problem | null {
  const { forElders, forAll } = freePlaces(slot, isKeptOpen(slot, now))
  if (forElders === 0) return problem('slot_full')
  return ordinary && standing !== 'held' && forAll === 0 ? problem('slot_kept_for_elders') : null
}

/** Somebody at the counter takes a place of today that has not ended. */
function isUnderWay(slot: SlotRow, now: Date): boolean {
  const endsAt = Date.parse(`${slot.date}T${slot.ends_at}:00+08:00`)
  return slot.date === localDateAt(now) && now.getTime() < endsAt
}
