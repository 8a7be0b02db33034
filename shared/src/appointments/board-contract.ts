import { z } from 'zod'
import { Mobile, PersonName, ResidentId } from '../identity/schemas'
import { endpoints } from '../kernel/endpoints'
import { IdParam, TypedText } from '../kernel/schemas'
import {
  BoardDto,
  BoardSlotDto,
  BoardVisitDto,
  BoardVisitListDto,
  LoadCellDto,
  ReasonInput,
  SlotRangeInput,
} from './board-schemas'
import { LocalDateInput, PackId } from './schemas'

const DayQuery = z.object({ office: PackId, date: LocalDateInput })

/** Windows open in each slot of the range, and people each window takes; capacity is their product. */
export const ChangeCapacityInput = SlotRangeInput.extend({
  windows: z.int().min(0).max(99),
  peoplePerWindow: z.int().min(1).max(20),
})
export const PauseSlotsInput = SlotRangeInput.extend({ paused: z.boolean() })
export const DayAndReasonInput = DayQuery.extend({ reason: ReasonInput })
export const ChangedSlotsDto = z.object({ slots: z.array(BoardSlotDto) })

/** What became of the visits of a closed day: `offered` people have a new time kept for them, `told` have to choose one. */
export const DayClosedDto = z.object({ cancelled: z.number().int(), offered: z.number().int(), told: z.number().int() })

/**
 * A visit entered for somebody. By phone the police service confirms name and number; at the counter the clerk has seen the ID
 * card. `walk_in` is checked in at once.
 */
export const EnterVisitInput = z.object({
  slotId: z.uuid('请选择时间'),
  channel: z.enum(['phone', 'walk_in']),
  name: PersonName,
  residentId: ResidentId,
  phone: Mobile.nullable(),
})

/** `qr`: what the scanner read; `number`: ten digits as read out; `resident_id`: from the ID card. */
export const CheckInInput = z.object({
  office: PackId,
  by: z.enum(['qr', 'number', 'resident_id']),
  value: TypedText.min(1, '请扫码或填写').max(60),
})

/** The next person of this item group, elders first within their slot. */
export const CallNextInput = z.object({
  office: PackId,
  itemGroup: PackId,
  window: TypedText.min(1, '请填写窗口').max(10, '窗口写号码就行'),
})

/** `called`: called again. `no_show`: from `booked` only once the slot has begun; then `reason` may be left out. */
export const SetVisitStatusInput = z.object({
  to: z.enum(['called', 'serving', 'done', 'no_show']),
  window: TypedText.min(1).max(10).nullable(),
})
export const StaffMoveInput = z.object({ slotId: z.uuid('请选择时间'), reason: ReasonInput })
export const StaffCancelInput = z.object({ reason: ReasonInput })

const VISIT_PROBLEMS = [
  'slot_full',
  'slot_kept_for_elders',
  'slot_closed',
  'slot_past',
  'slot_not_open_yet',
  'already_booked',
  'appointment_limit_reached',
  'booking_paused',
  'vaccine_not_eligible',
] as const
const DEPARTMENT_PROBLEMS = ['department_timeout', 'department_unavailable', 'department_invalid_reply'] as const

/** Clerks see their own office; supervisors and administrators all of them. */
const STAFF = { access: 'staff', roles: ['clerk', 'supervisor', 'administrator'] } as const
const READ = { ...STAFF, limit: 'read', pii: 'personal' } as const
const WRITE = { ...STAFF, limit: 'write', pii: 'personal' } as const

export const boardEndpoints = endpoints({
  'GET /v1/staff/board': { ...READ, summary: 'The board of an office and a day', query: DayQuery, reply: BoardDto },
  'GET /v1/staff/visits': {
    ...READ,
    summary: 'The visits of an office and a day, in the order they are served; of one slot when given',
    query: DayQuery.extend({ slot: z.uuid().optional() }),
    reply: BoardVisitListDto,
  },
  'POST /v1/staff/visit-lists': {
    ...WRITE,
    summary: 'The whole day to print or take along (CSV): a copy leaves the system, so it is written down who took it and why',
    body: DayAndReasonInput,
    reply: BoardVisitListDto,
    audit: 'day_list_taken',
  },
  'POST /v1/staff/capacity-changes': {
    ...WRITE,
    summary: 'Open or close windows, or change how many people each takes; never below what is booked',
    body: ChangeCapacityInput,
    reply: ChangedSlotsDto,
    audit: 'slot_capacity_changed',
    problems: ['slot_has_bookings', 'not_found'],
  },
  'POST /v1/staff/slot-pauses': {
    ...WRITE,
    summary: 'Stop or resume booking, also of a day that was closed; who has booked keeps the place',
    body: PauseSlotsInput,
    reply: ChangedSlotsDto,
    audit: 'slot_pause_changed',
    problems: ['not_found'],
  },
  'POST /v1/staff/day-closures': {
    ...WRITE,
    summary: 'Close a day: every visit is cancelled by the office, its person is offered a new time and told',
    body: DayAndReasonInput,
    reply: DayClosedDto,
    idempotent: true,
    audit: 'day_closed',
    problems: ['not_found', 'slot_past'],
  },
  'POST /v1/staff/appointments': {
    ...WRITE,
    summary: 'Enter a visit for somebody who telephones or stands at the counter',
    body: EnterVisitInput,
    reply: BoardVisitDto,
    status: 201,
    idempotent: true,
    audit: 'appointment_entered',
    problems: [...VISIT_PROBLEMS, 'real_name_mismatch', 'visit_not_today', ...DEPARTMENT_PROBLEMS],
  },
  'POST /v1/staff/appointments/:id/move': {
    ...WRITE,
    summary: 'Move somebody to another time; they are told',
    params: IdParam,
    body: StaffMoveInput,
    reply: BoardVisitDto,
    status: 201,
    idempotent: true,
    audit: 'appointment_moved_by_staff',
    problems: [...VISIT_PROBLEMS, 'appointment_not_changeable'],
  },
  'POST /v1/staff/appointments/:id/cancellation': {
    ...WRITE,
    summary: 'Cancel a visit for the person or for the office; they are told',
    params: IdParam,
    body: StaffCancelInput,
    reply: BoardVisitDto,
    audit: 'appointment_cancelled_by_staff',
    problems: ['appointment_not_changeable'],
  },
  'POST /v1/staff/check-ins': {
    ...WRITE,
    summary: 'Check in: gives the ticket number; checking in twice gives the same ticket',
    body: CheckInInput,
    reply: BoardVisitDto,
    audit: 'visit_checked_in',
    problems: ['not_found', 'visit_not_today', 'visit_other_office', 'appointment_not_changeable'],
  },
  'POST /v1/staff/calls': {
    ...WRITE,
    summary: 'Call the next person to a window',
    body: CallNextInput,
    reply: BoardVisitDto,
    idempotent: true,
    audit: 'visit_called',
    problems: ['queue_empty'],
  },
  'POST /v1/staff/appointments/:id/status': {
    ...WRITE,
    summary: 'Call again, serve, finish, or write down that nobody came',
    params: IdParam,
    body: SetVisitStatusInput,
    reply: BoardVisitDto,
    audit: 'visit_status_changed',
    problems: ['status_changed', 'appointment_not_changeable'],
  },
  'GET /v1/staff/load': {
    ...READ,
    roles: ['supervisor', 'administrator'],
    summary: 'Load and no-shows by hour and office over the last days',
    query: z.object({ days: z.coerce.number().int().min(1).max(90).default(30) }),
    reply: z.object({ from: z.iso.date(), to: z.iso.date(), cells: z.array(LoadCellDto) }),
  },
})

export type BoardDto = z.infer<typeof BoardDto>
export type BoardSlotDto = z.infer<typeof BoardSlotDto>
export type BoardVisitDto = z.infer<typeof BoardVisitDto>
export type BoardVisitListDto = z.infer<typeof BoardVisitListDto>
export type ChangedSlotsDto = z.infer<typeof ChangedSlotsDto>
export type DayClosedDto = z.infer<typeof DayClosedDto>
export type LoadCellDto = z.infer<typeof LoadCellDto>
