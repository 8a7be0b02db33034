import type { AppointmentDto, SlotListDto } from '@one-visit/shared/appointments/contract'
import { instantAt } from '@one-visit/shared/appointments/rules'
import { openSlots, residents, shrinkSlot, slotsOf } from '../../../bff/test/visits'
import type { SignedIn } from '../../race/seed'
import type { Stack } from './stack'

/** Monday 2026-11-23, a quarter past eight: the days of the next two weeks are open, nothing has begun. Epoch milliseconds. */
export const MONDAY_MORNING = instantAt('2026-11-23', '08:15')
/** Monday 2026-12-28: three days before a year whose holidays nobody knows yet. */
export const END_OF_KNOWN_YEAR = instantAt('2026-12-28', '08:15')

type Slot = SlotListDto['items'][number]
/** Item group and day of the hall. */
export interface HallDay {
  readonly itemGroup: string
  readonly date: string
}

/** Makes the slots of the hall from today on; may be done again after the clock was moved. */
export const openHall = (stack: Stack): Promise<void> => openSlots(stack)

/** Lets the time pass until a time of day (Asia/Shanghai), today or later, and opens the hall's days from there. */
export async function passTo(stack: Stack, date: string, time: string): Promise<void> {
  const ahead = instantAt(date, time) - stack.clock.now().getTime()
  if (ahead < 0) throw new Error(`${date} ${time} has passed`)
  stack.clock.advance(ahead)
  await openHall(stack)
}

/** The slot of the hall that begins then. */
export async function hallSlot(stack: Stack, day: HallDay, startsAt: string): Promise<Slot> {
  const slot = (await slotsOf(stack, day)).find((one) => one.startsAt === startsAt)
  if (!slot) throw new Error(`nothing begins at ${startsAt} on ${day.date} for ${day.itemGroup}`)
  return slot
}

const crowds = new WeakMap<Stack, { next: number }>()

/**
 * Somebody else: a resident under sixty with a verified name, who has just signed in and has no visit yet. Nobody is called
 * twice in a stack.
 */
export async function somebodyElse(stack: Stack): Promise<SignedIn> {
  const crowd = crowds.get(stack) ?? { next: 0 }
  crowds.set(stack, crowd)
  // Every fourth of them is elderly.
  if (crowd.next % 4 === 0) crowd.next += 1
  const number = crowd.next
  crowd.next += 1
  const [person] = await residents(stack, 1, number)
  if (!person) throw new Error('nobody was made')
  return person
}

export interface OtherVisit extends SignedIn {
  readonly visit: AppointmentDto
}

export async function bookAs(stack: Stack, person: SignedIn, slotId: string): Promise<OtherVisit> {
  return { ...person, visit: await stack.call('POST /v1/appointments', { token: person.token, body: { slotId } }) }
}

/** Leaves the slot so many places, none kept for elders, and lets other residents book them all. */
export async function fillSlot(stack: Stack, slotId: string, places = 1): Promise<OtherVisit[]> {
  await shrinkSlot(stack, slotId, places)
  const visits: OtherVisit[] = []
  for (let place = 0; place < places; place += 1) visits.push(await bookAs(stack, await somebodyElse(stack), slotId))
  return visits
}

/** Leaves each slot of that day that has not begun one place, and lets other residents book it. */
export async function fillDay(stack: Stack, day: HallDay): Promise<void> {
  for (const { id, state } of await slotsOf(stack, day)) if (state === 'open') await fillSlot(stack, id)
}

/** Somebody cancels: the place is offered to whoever waits longest, who gets a message. */
export async function giveUp(stack: Stack, { token, visit }: OtherVisit): Promise<void> {
  await stack.call('POST /v1/appointments/:id/cancellation', { token, params: { id: visit.id } })
  await stack.runJob('visit-offers')
  await stack.runJob('outbox')
}
