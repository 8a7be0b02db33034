import { z } from 'zod'
import { InstantDto, TypedText } from '../kernel/schemas'
import { APPOINTMENT_STATUSES } from './rules'
import { LocalDateInput, LocalTimeDto, PackId } from './schemas'

/** Why staff change something that people count on; kept in the audit, said to the people concerned. */
export const ReasonInput = TypedText.min(2, '请写明原因，至少两个字').max(100, '原因请写在 100 字以内')

/** A slot as staff see it. Counts are people; `free` = capacity − booked − held. `booked` counts everyone who holds a place. */
export const BoardSlotDto = z.object({
  id: z.uuid(),
  itemGroup: PackId,
  startsAt: LocalTimeDto,
  endsAt: LocalTimeDto,
  state: z.enum(['open', 'paused', 'closed']),
  windows: z.number().int(),
  peoplePerWindow: z.number().int(),
  capacity: z.number().int(),
  booked: z.number().int(),
  held: z.number().int(),
  /** Of those held: given up by somebody, and free again within ten minutes; nobody has a claim on them. */
  cooling: z.number().int(),
  waiting: z.number().int(),
  checkedIn: z.number().int(),
  serving: z.number().int(),
  done: z.number().int(),
  noShow: z.number().int(),
  free: z.number().int(),
})

/** An office's day. `version` changes whenever anything on the board does. */
export const BoardDto = z.object({
  office: z.object({ id: PackId, name: z.string() }),
  date: z.iso.date(),
  opening: z.object({ kind: z.enum(['ordinary', 'open', 'closed', 'unknown']), reason: z.string() }),
  groups: z.array(
    z.object({
      id: PackId,
      name: z.string(),
      windows: z.number().int(),
      spare: z.number().int(),
      peoplePerWindow: z.number().int(),
    }),
  ),
  slots: z.array(BoardSlotDto),
  asOf: InstantDto,
  version: z.string(),
})

/** A visit as staff see it. Name masked; `revealed` only where the endpoint says so. */
export const BoardVisitDto = z.object({
  id: z.uuid(),
  number: z.string(),
  slotId: z.uuid(),
  itemGroup: z.object({ id: PackId, name: z.string() }),
  date: z.iso.date(),
  startsAt: LocalTimeDto,
  endsAt: LocalTimeDto,
  status: z.enum(APPOINTMENT_STATUSES),
  channel: z.enum(['app', 'phone', 'walk_in', 'proxy']),
  elder: z.boolean(),
  name: z.string(),
  residentId: z.string(),
  phone: z.string().nullable(),
  /** Whether the person can be told of a change: an account, or a phone that was left. */
  reachable: z.boolean(),
  ticket: z.string().nullable(),
  window: z.string().nullable(),
  checkedInAt: InstantDto.nullable(),
  calledAt: InstantDto.nullable(),
})
export const BoardVisitListDto = z.object({ items: z.array(BoardVisitDto) })

/** Slots of one item group from a time (inclusive) to a time (exclusive) of a day. */
export const SlotRangeInput = z.object({
  office: PackId,
  itemGroup: PackId,
  date: LocalDateInput,
  from: LocalTimeDto,
  to: LocalTimeDto,
  reason: ReasonInput,
})

/** One hour of one office over the days asked for; hours are local (0–23). */
export const LoadCellDto = z.object({
  office: PackId,
  hour: z.number().int(),
  capacity: z.number().int(),
  booked: z.number().int(),
  done: z.number().int(),
  noShow: z.number().int(),
})
