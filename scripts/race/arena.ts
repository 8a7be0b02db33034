import { setTimeout as pause } from 'node:timers/promises'
import type { SlotListDto } from '@one-visit/shared/appointments/contract'
import { addDays, type LocalDate } from '@one-visit/shared/kernel/local-date'
import type { Caller } from './caller'

/** A time that everybody wants. */
export interface ArenaSlot {
  readonly id: string
  readonly office: string
  readonly itemGroup: string
  readonly date: LocalDate
  readonly startsAt: string
  readonly endsAt: string
}

interface Part {
  readonly office: string
  readonly itemGroup: string
  /** Days from the race's first. */
  readonly inDays: number
  readonly slots: number
  readonly places: number
}

/** A Monday before the offices open, so that the first times begin while the race runs. */
export const FIRST_DAY = '2026-11-23' as LocalDate
export const FIRST_INSTANT = Date.parse(`${FIRST_DAY}T08:50:00+08:00`)

/** What is closed for a whole day in the middle of the race. */
export const CLOSED_DAY = { office: 'xiadong', date: addDays(FIRST_DAY, 2) } as const

/**
 * Few places, several offices and item groups; some begin soon, some stop keeping places for elders while the race runs. The last
 * has more, so that moves succeed too.
 */
const PARTS: readonly Part[] = [
  { office: 'hall', itemGroup: 'business', inDays: 0, slots: 3, places: 2 },
  { office: 'hall', itemGroup: 'household', inDays: 0, slots: 4, places: 3 },
  { office: 'hall', itemGroup: 'social-security', inDays: 1, slots: 3, places: 3 },
  { office: 'xiadong', itemGroup: 'social-security', inDays: 2, slots: 2, places: 2 },
  { office: 'xiadong', itemGroup: 'medical-insurance', inDays: 2, slots: 2, places: 5 },
  { office: 'hall', itemGroup: 'real-estate', inDays: 3, slots: 3, places: 1 },
  { office: 'hall', itemGroup: 'medical-insurance', inDays: 7, slots: 2, places: 3 },
  { office: 'hall', itemGroup: 'exit-entry', inDays: 4, slots: 4, places: 15 },
]

const GENERATED_WITHIN_MS = 60_000

/** Finds the times and leaves them few places, as staff would. */
export async function prepareArena(caller: Caller, staff: string): Promise<ArenaSlot[]> {
  const arena: ArenaSlot[] = []
  for (const part of PARTS) arena.push(...(await preparePart(caller, staff, part)))
  return arena
}

async function preparePart(caller: Caller, staff: string, { office, itemGroup, inDays, ...part }: Part): Promise<ArenaSlot[]> {
  const date = addDays(FIRST_DAY, inDays)
  const path = `/v1/slots?${new URLSearchParams({ office, itemGroup, date }).toString()}`
  const slots = (await generated(caller, staff, path)).items.slice(0, part.slots)
  for (const { startsAt, endsAt } of slots) {
    const range = { office, itemGroup, date, from: startsAt, to: endsAt, reason: '名额很少的时间' }
    const answer = await caller.call({
      ...{ client: 'set-up', kind: 'capacity', actor: 'set-up', target: null, slotId: null, token: staff, keyed: false },
      ...{ method: 'POST', path: '/v1/staff/capacity-changes', body: { ...range, windows: 1, peoplePerWindow: part.places } },
      network: { fate: 'good', afterMs: 0, process: 0 },
    })
    if (answer?.status !== 200 && answer?.status !== 404)
      throw new Error(`The times could not be prepared: ${JSON.stringify(answer)}`)
  }
  return slots.map(({ id, startsAt, endsAt }) => ({ id, office, itemGroup, date, startsAt, endsAt }))
}

/** Times are there a moment after the first start. */
async function generated(caller: Caller, token: string, path: string): Promise<SlotListDto> {
  const givesUp = performance.now() + GENERATED_WITHIN_MS
  for (;;) {
    const { status, body } = await caller.read(token, path)
    const list = body as SlotListDto
    if (status === 200 && list.items.length > 0) return list
    if (performance.now() > givesUp) throw new Error(`There are no times to fight for: ${path} answers ${JSON.stringify(body)}`)
    await pause(200)
  }
}
