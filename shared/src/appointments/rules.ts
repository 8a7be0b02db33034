/** The statuses of a visit, in the order it takes; the last three end it early. */
export const APPOINTMENT_STATUSES = ['booked', 'checked_in', 'serving', 'done', 'cancelled', 'moved', 'no_show'] as const
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

/** What residents read. */
export const APPOINTMENT_STATUS_TEXT: Readonly<Record<AppointmentStatus, string>> = {
  booked: '已预约',
  checked_in: '已签到，等叫号',
  serving: '正在办理',
  done: '已办完',
  cancelled: '已取消',
  moved: '已改到别的时间',
  no_show: '没有到场',
}

/** Who chose the time of a visit. `family` and `volunteer`: with a mandate of the person. */
export const BOOKED_BY = ['self', 'family', 'volunteer', 'office'] as const
export type BookedBy = (typeof BOOKED_BY)[number]

/** A visit in one of these still holds its place. */
export const ACTIVE_STATUSES: readonly AppointmentStatus[] = ['booked', 'checked_in', 'serving']

export function isActiveAppointment(status: AppointmentStatus): boolean {
  return ACTIVE_STATUSES.includes(status)
}

/** Days that can be booked, counted from today. */
export const BOOKING_DAYS = 14

/** How many visits one person may have before them in all; of one item group it is always one. */
export const ACTIVE_LIMIT = 3

/** Three cancellations or two no-shows within 30 days pause booking for 7 days; counter service stays open. */
export const PAUSE_RULE = { cancellations: 3, noShows: 2, withinDays: 30, pauseDays: 7 } as const

/** A freed place is kept so long for the next person on the waiting list; minutes. */
export const OFFER_MINUTES = 15

/** When an office closes a day, the new time it offers is kept so long; hours. */
export const CLOSURE_OFFER_HOURS = 24

/** A cancelled place that nobody waits for reappears at a random moment within so many minutes, so that bots cannot wait for it. */
export const REAPPEAR_MINUTES = 10

/** Until so many hours before a slot starts, part of it is kept for elderly people and proxy bookings. */
export const KEPT_UNTIL_HOURS = 24

/** Elderly, by the Law on Protection of the Rights and Interests of the Elderly, article 2. */
export const ELDER_AGE = 60

/** Places of a slot kept for elderly people and proxy bookings, rounded: a slot of two keeps none rather than half. */
export function keptPlaces(capacity: number, percent: number): number {
  return Math.round((capacity * percent) / 100)
}

/** What of a slot is taken. `ordinary`: places booked by, or held for, people who are not elderly and come without a proxy. */
export interface SlotCounts {
  readonly capacity: number
  readonly kept: number
  readonly booked: number
  readonly held: number
  readonly ordinary: number
}

/** Places left for an elderly person or a proxy booking, and for everybody else. `keptOpen`: the 24 hours have begun. */
export function freePlaces(slot: SlotCounts, keptOpen: boolean): { forElders: number; forAll: number } {
  const free = Math.max(0, slot.capacity - slot.booked - slot.held)
  if (keptOpen) return { forElders: free, forAll: free }
  return { forElders: free, forAll: Math.max(0, Math.min(free, slot.capacity - slot.kept - slot.ordinary)) }
}

/** The instant at which a local time of a day begins (Asia/Shanghai); milliseconds since 1970. */
export function instantAt(date: string, time: string): number {
  return Date.parse(`${date}T${time}:00+08:00`)
}

/** 1121 482 905: how a visit's number is written and read out. */
export function formatVisitNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 7)} ${number.slice(7)}`
}

/** What the visit's QR code holds, and what staff scan; the number alone opens nothing for anybody else. */
export const VISIT_QR_PREFIX = 'ONE-VISIT:V:'
export const VISIT_NUMBER_PATTERN = /^\d{10}$/
