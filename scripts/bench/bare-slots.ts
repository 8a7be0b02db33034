import type { LocalDate } from '@one-visit/shared/kernel/local-date'
import { bookableDays } from '../../bff/src/features/appointments/plan-slots'
import { presentSlotDay } from '../../bff/src/features/appointments/slot-day'
import { getOfficeAndGroup } from '../../bff/src/features/appointments/slot-place'
import type { BareDeps } from './bare-people'

const SLOTS = `
  SELECT id, starts_at, ends_at, begins_at, capacity, kept, booked, held, ordinary, state FROM appointment_slots
  WHERE office_id = ? AND item_group = ? AND date = ? AND state <> 'closed' ORDER BY starts_at`

interface Row {
  readonly id: string
  readonly starts_at: string
  readonly ends_at: string
  readonly begins_at: string
  readonly capacity: number
  readonly kept: number
  readonly booked: number
  readonly held: number
  readonly ordinary: number
  readonly state: 'open' | 'paused'
}

const STANDS = { begun: false, paused: false, forElders: 1, forAll: 1 }

/** A list of free times from one query. What the calendar says of a day is asked once and kept. */
export function bareSlots({ database, clock, pack }: BareDeps): (query: URLSearchParams) => unknown {
  const findSlots = database.prepare<[string, string, string], Row>(SLOTS)
  const days = new Map<string, ReturnType<typeof presentSlotDay>>()
  const dayOf = (office: string, itemGroup: string, date: string): ReturnType<typeof presentSlotDay> => {
    const key = `${office} ${itemGroup} ${date}`
    const place = getOfficeAndGroup(pack, { office, itemGroup })
    const day =
      days.get(key) ?? presentSlotDay(pack, place, date as LocalDate, { slots: [STANDS], days: bookableDays(pack, clock.now()) })
    days.set(key, day)
    return day
  }
  return (query) => {
    const of = (name: string): string => query.get(name) ?? ''
    const [office, itemGroup, date] = [of('office'), of('itemGroup'), of('date')]
    const now = clock.now().toISOString()
    const items = findSlots.all(office, itemGroup, date).map((row) => slotOf(row, now))
    const sum = (what: 'free' | 'freeForElders'): number => items.reduce((total, item) => total + item[what], 0)
    const day = { ...dayOf(office, itemGroup, date), free: sum('free'), freeForElders: sum('freeForElders') }
    return { office, itemGroup, day, extraDayItems: [], items }
  }
}

function slotOf(row: Row, now: string) {
  const past = row.begins_at <= now
  const left = past || row.state === 'paused' ? 0 : row.capacity - row.booked - row.held
  const forOrdinary = Math.min(left, row.capacity - row.kept - row.ordinary)
  return {
    id: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    state: past ? 'past' : row.state === 'paused' ? 'paused' : left === 0 ? 'full' : 'open',
    free: Math.max(0, forOrdinary),
    freeForElders: left,
  }
}
