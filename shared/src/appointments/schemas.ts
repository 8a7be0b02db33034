import { z } from 'zod'
import type { LocalDate } from '../kernel/local-date'
import { InstantDto } from '../kernel/schemas'
import { APPOINTMENT_STATUSES, BOOKED_BY } from './rules'

/** Ids of offices and item groups, as the county pack names them. */
export const PackId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '没有这个选项')
/** A day in Asia/Shanghai. */
export const LocalDateInput = z.iso.date('日期不正确').transform((date) => date as LocalDate)
export const MonthInput = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, '月份不正确')
/** A local time of day (Asia/Shanghai), `HH:MM`. */
export const LocalTimeDto = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间不正确')

/**
 * A day of the month view. `not_yet`: beyond the days that can be booked; `unknown`: the year has no holiday data;
 * `closed`: the county, the office or this item group rests. `reason` is for residents, also on open days (周六也能办).
 */
export const SlotDayDto = z.object({
  date: z.iso.date(),
  state: z.enum(['open', 'full', 'closed', 'not_yet', 'unknown', 'past']),
  /** A Saturday or holiday on which part of the items is done. */
  extraDay: z.boolean(),
  reason: z.string(),
  free: z.number().int(),
  freeForElders: z.number().int(),
})

/** `opensAt`: the instant at which the next day can be booked. */
export const SlotDaysDto = z.object({
  items: z.array(SlotDayDto),
  firstDay: z.iso.date(),
  lastDay: z.iso.date(),
  opensAt: InstantDto,
})

/** One time of a day. `free` is for everybody; `freeForElders` adds what is kept for elderly people and proxy bookings. */
export const SlotDto = z.object({
  id: z.uuid(),
  startsAt: LocalTimeDto,
  endsAt: LocalTimeDto,
  state: z.enum(['open', 'full', 'paused', 'past']),
  free: z.number().int(),
  freeForElders: z.number().int(),
})

/** The times of one day; none when `day.state` is neither `open` nor `full`. */
export const SlotListDto = z.object({
  office: PackId,
  itemGroup: PackId,
  day: SlotDayDto,
  /** Items of the group that are done on such a day; empty on ordinary days: all of them. */
  extraDayItems: z.array(z.string()),
  items: z.array(SlotDto),
})

/** The nearest free times: of this office first, then of the others, soonest first. */
export const NearestSlotsDto = z.object({
  items: z.array(
    z.object({
      slotId: z.uuid(),
      office: z.object({ id: PackId, name: z.string() }),
      date: z.iso.date(),
      startsAt: LocalTimeDto,
      endsAt: LocalTimeDto,
      free: z.number().int(),
    }),
  ),
})

/** A place on the map (WGS 84, degrees). `sample`: made up for the demonstration. */
export const LocationDto = z.object({ latitude: z.number(), longitude: z.number(), sample: z.boolean() })

/** A visit. Times of day are local (Asia/Shanghai); `beginsAt` is the instant. */
export const AppointmentDto = z.object({
  id: z.uuid(),
  /** Ten digits; read out in groups (`formatVisitNumber`). */
  number: z.string(),
  status: z.enum(APPOINTMENT_STATUSES),
  itemGroup: z.object({ id: PackId, name: z.string() }),
  office: z.object({
    id: PackId,
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    location: LocationDto.nullable(),
    sampleAddress: z.boolean(),
  }),
  date: z.iso.date(),
  startsAt: LocalTimeDto,
  endsAt: LocalTimeDto,
  beginsAt: InstantDto,
  /** Masked, for instance 王*英. */
  beneficiary: z.string(),
  channel: z.enum(['app', 'phone', 'walk_in', 'proxy']),
  /** Who chose this time: the person, somebody with a mandate of theirs, or the office. */
  bookedBy: z.enum(BOOKED_BY),
  bring: z.array(z.string()),
  /** Whether it can still be cancelled or moved: booked, and not begun. */
  changeable: z.boolean(),
  /** Given at check-in. */
  ticket: z.string().nullable(),
  /** The window that calls; null until called. */
  window: z.string().nullable(),
  /** Why it ended, in plain words; null unless cancelled or moved by the office. */
  endedReason: z.string().nullable(),
  /** The visit that took its place, when moved. */
  movedTo: z.uuid().nullable(),
  bookedAt: InstantDto,
})

/** `pausedUntil`: no booking in the app before that instant; `pauseReason` says why in plain words. */
export const AppointmentListDto = z.object({
  active: z.array(AppointmentDto),
  past: z.array(AppointmentDto),
  pausedUntil: InstantDto.nullable(),
  pauseReason: z.string().nullable(),
})

/**
 * A place on a waiting list, or a place that is held. `offered`: held for this person until `offerEndsAt`.
 * `cause`: `freed` from the waiting list; `office_closed` the office closed the day of a visit and offers this time instead.
 */
export const WaitingEntryDto = z.object({
  id: z.uuid(),
  status: z.enum(['waiting', 'offered', 'taken', 'expired', 'left']),
  cause: z.enum(['freed', 'office_closed']),
  itemGroup: z.object({ id: PackId, name: z.string() }),
  office: z.object({ id: PackId, name: z.string() }),
  slotId: z.uuid(),
  date: z.iso.date(),
  startsAt: LocalTimeDto,
  endsAt: LocalTimeDto,
  /** How many wait before this person; 0 when next. */
  ahead: z.number().int(),
  offerEndsAt: InstantDto.nullable(),
  joinedAt: InstantDto,
})
export const WaitingListDto = z.object({ items: z.array(WaitingEntryDto) })

/**
 * Whether the person may have this vaccine on a day: the age band of the pack, and the interval since the last dose as the
 * health department has it. `earliestDate` when only the interval stands against it.
 */
export const VaccineCheckDto = z.object({
  eligible: z.boolean(),
  reason: z.string(),
  earliestDate: z.iso.date().nullable(),
  dosesHad: z.number().int(),
  dosesNeeded: z.number().int(),
  asOf: InstantDto,
})
