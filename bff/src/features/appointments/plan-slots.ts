import { BOOKING_DAYS, instantAt, keptPlaces } from '@one-visit/shared/appointments/rules'
import { addDays, localDateAt, type LocalDate } from '@one-visit/shared/kernel/local-date'
import { type Opening, openingOf } from '../../platform/calendar/opening-of'
import type { CountyPack } from '../../platform/county-pack'

export type Office = CountyPack['offices'][number]
export type ItemGroup = CountyPack['itemGroups'][number]
type Hours = Opening['hours']

/** A slot as the pack has it. Times of day are local (Asia/Shanghai); `beginsAt` is the instant (UTC, ISO 8601). */
export interface PlannedSlot {
  readonly startsAt: string
  readonly endsAt: string
  readonly beginsAt: string
  readonly windows: number
  readonly peoplePerWindow: number
  readonly capacity: number
  readonly kept: number
}

/** The slots of an office, item group and day; none when the office has no window for the group or either rests on that day. */
export function planSlots(pack: CountyPack, office: Office, group: ItemGroup, date: LocalDate): PlannedSlot[] {
  const windows = office.windows.find(({ itemGroup }) => itemGroup === group.id)?.open
  if (windows === undefined) return []
  const capacity = windows * group.peoplePerWindow
  const people = {
    windows,
    peoplePerWindow: group.peoplePerWindow,
    capacity,
    kept: keptPlaces(capacity, pack.booking.elderQuotaPercent),
  }
  return spansWithin(hoursFor(pack, office, group, openingOf(pack, date)), group.slotMinutes).map(({ startsAt, endsAt }) => ({
    startsAt,
    endsAt,
    beginsAt: new Date(instantAt(date, startsAt)).toISOString(),
    ...people,
  }))
}

/** When an office does what is in a group, on a day that opens like this; empty: it rests. */
export function hoursFor(pack: CountyPack, office: Office, group: ItemGroup, opening: Opening): Hours {
  if (opening.kind === 'open') return office.opensOnExtraDays && group.extraDayItems.length > 0 ? opening.hours : []
  // The office's own hours stand for the county's ordinary ones, not for those that the county set for one day.
  if (opening.hours === pack.opening.ordinaryHours) return office.hours ?? opening.hours
  return opening.hours
}

function spansWithin(hours: Hours, minutes: number): { startsAt: string; endsAt: string }[] {
  return hours.flatMap(({ from, to }) => {
    const count = Math.floor((minuteOf(to) - minuteOf(from)) / minutes)
    return Array.from({ length: count }, (_, index) => {
      const start = minuteOf(from) + index * minutes
      return { startsAt: timeOf(start), endsAt: timeOf(start + minutes) }
    })
  })
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** The instant from which on a day can be booked; milliseconds since 1970. */
export function dayOpensAt(pack: CountyPack, date: LocalDate): number {
  return instantAt(addDays(date, 1 - BOOKING_DAYS), pack.booking.newDayOpensAt)
}

export interface BookableDays {
  readonly firstDay: LocalDate
  readonly lastDay: LocalDate
  /** The instant (UTC, ISO 8601) from which on the day after `lastDay` can be booked. */
  readonly opensAt: string
}

/** Today and the 13 days after it; the last of them only from the time of day on that the pack sets. */
export function bookableDays(pack: CountyPack, now: Date): BookableDays {
  const firstDay = localDateAt(now)
  const newest = addDays(firstDay, BOOKING_DAYS - 1)
  const lastDay = now.getTime() >= dayOpensAt(pack, newest) ? newest : addDays(newest, -1)
  return { firstDay, lastDay, opensAt: new Date(dayOpensAt(pack, addDays(lastDay, 1))).toISOString() }
}

/** Why a slot cannot be booked now, as far as time goes; null when it can. A slot is past from the moment it begins. */
export function bookingWindowProblem(
  pack: CountyPack,
  slot: { readonly date: string; readonly begins_at: string },
  now: Date,
): 'slot_past' | 'slot_not_open_yet' | null {
  if (slot.begins_at <= now.toISOString()) return 'slot_past'
  return now.getTime() < dayOpensAt(pack, slot.date as LocalDate) ? 'slot_not_open_yet' : null
}
