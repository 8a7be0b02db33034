import type { NearestSlotsDto, SlotDaysDto, SlotListDto } from '@one-visit/shared/appointments/contract'
import type { Answer } from '../race/history'
import { atShare, type Random } from '../race/random'
import type { Phone } from './phone'

export interface Wish {
  readonly office: string
  readonly itemGroup: string
}

export interface Booked {
  readonly id: string
  readonly number: string
}

/** For whom, and under which mandate. */
export interface ForWhom {
  readonly actor: string
  readonly mandate?: string
  readonly elder: boolean
}

const ok = (answer: Answer | null): answer is Answer => answer !== null && answer.status < 300
/** What an endpoint answers on success; null otherwise. */
export const bodyOf = (answer: Answer | null): unknown => (ok(answer) ? answer.body : null)
export const codeOf = (answer: Answer | null): string | null => (answer?.body as { code?: string } | null)?.code ?? null

/** Looks at the month, takes a day with room; null when there is none. */
export async function findDay(
  phone: Phone,
  wish: Wish,
  { month, random }: { month: string; random: Random },
): Promise<string | null> {
  const days = bodyOf(await phone.ask('GET /v1/slot-days', { query: { ...wish, month } })) as SlotDaysDto | null
  const open = days?.items.filter(({ state }) => state === 'open') ?? []
  return atShare(open, random())?.date ?? null
}

/** A time of the day that has room for this person. */
export async function findSlot(
  phone: Phone,
  wish: Wish & { date: string },
  { random, elder }: { random: Random; elder: boolean },
): Promise<string | null> {
  const list = bodyOf(await phone.ask('GET /v1/slots', { query: { ...wish } })) as SlotListDto | null
  const free = list?.items.filter((slot) => slot.state === 'open' && (elder ? slot.freeForElders : slot.free) > 0) ?? []
  return atShare(free, random())?.id ?? null
}

export function book(phone: Phone, slotId: string, { actor, mandate }: ForWhom): Promise<Answer | null> {
  const about = { kind: 'book', actor, slotId } as const
  return phone.ask('POST /v1/appointments', { body: { slotId }, about, ...(mandate === undefined ? {} : { mandate }) })
}

/** Books; when the time has just been taken, looks at what the app offers next, twice at most. */
export async function bookOrNext(
  phone: Phone,
  slotId: string,
  wish: Wish & { date: string },
  who: ForWhom,
): Promise<Booked | null> {
  let wanted = slotId
  for (let tries = 1; ; tries += 1) {
    const answer = await book(phone, wanted, who)
    if (ok(answer)) return answer.body as Booked
    if (!['slot_full', 'slot_kept_for_elders'].includes(codeOf(answer) ?? '') || tries === 3) return null
    const nearest = bodyOf(await phone.ask('GET /v1/nearest-slots', { query: { ...wish } })) as NearestSlotsDto | null
    const next = nearest?.items.find(({ slotId: other, free }) => free > 0 && other !== wanted)
    if (!next) return null
    wanted = next.slotId
  }
}
