import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import type { ProblemCode } from '../kernel/problem'
import { IdParam } from '../kernel/schemas'
import {
  AppointmentDto,
  AppointmentListDto,
  LocalDateInput,
  MonthInput,
  NearestSlotsDto,
  PackId,
  SlotDaysDto,
  SlotListDto,
  VaccineCheckDto,
  WaitingEntryDto,
  WaitingListDto,
} from './schemas'

const PlaceQuery = z.object({ office: PackId, itemGroup: PackId })
export const SlotDaysQuery = PlaceQuery.extend({ month: MonthInput })
export const SlotQuery = PlaceQuery.extend({ date: LocalDateInput })

/** The slot alone: who comes is the person who is signed in, or whom they act for. */
export const ChooseSlotInput = z.object({ slotId: z.uuid('请重新选择时间') })

const BOOKING_PROBLEMS = [
  'slot_full',
  'slot_kept_for_elders',
  'slot_closed',
  'slot_past',
  'slot_not_open_yet',
  'already_booked',
  'appointment_limit_reached',
  'booking_paused',
  'vaccine_not_eligible',
  'department_timeout',
  'department_unavailable',
  'department_invalid_reply',
] as const satisfies readonly ProblemCode[]

export const appointmentEndpoints = endpoints({
  'GET /v1/slot-days': {
    summary: 'A month at a glance: which days are open, full, or closed and why',
    access: 'public',
    query: SlotDaysQuery,
    reply: SlotDaysDto,
    limit: 'read',
    pii: 'none',
    problems: ['not_found'],
  },
  'GET /v1/slots': {
    summary: 'The times of one day',
    access: 'public',
    query: SlotQuery,
    reply: SlotListDto,
    limit: 'read',
    pii: 'none',
    problems: ['not_found'],
  },
  'GET /v1/nearest-slots': {
    summary: 'The nearest free times, when the wanted one is taken',
    access: 'public',
    query: SlotQuery,
    reply: NearestSlotsDto,
    limit: 'read',
    pii: 'none',
    problems: ['not_found'],
  },
  'GET /v1/vaccine-check': {
    summary: 'Whether I may have this vaccine on a day',
    access: 'resident',
    onBehalf: 'book_visits',
    assurance: 2,
    query: z.object({ itemGroup: PackId, date: LocalDateInput }),
    reply: VaccineCheckDto,
    limit: 'look_up',
    pii: 'sensitive',
    problems: ['not_found', 'department_timeout', 'department_unavailable', 'department_invalid_reply'],
  },
  'GET /v1/appointments': {
    summary: 'My visits: those to come, and those of the last 90 days',
    access: 'resident',
    onBehalf: 'book_visits',
    reply: AppointmentListDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/appointments': {
    summary: 'Book a visit',
    access: 'resident',
    onBehalf: 'book_visits',
    assurance: 2,
    body: ChooseSlotInput,
    reply: AppointmentDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'appointment_booked',
    pii: 'personal',
    problems: BOOKING_PROBLEMS,
  },
  'GET /v1/appointments/:id': {
    summary: 'One of my visits',
    access: 'resident',
    onBehalf: 'book_visits',
    params: IdParam,
    reply: AppointmentDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/appointments/:id/move': {
    summary: 'Move a visit to another time, in one step: the old place is given up only when the new one is had',
    access: 'resident',
    onBehalf: 'book_visits',
    assurance: 2,
    params: IdParam,
    body: ChooseSlotInput,
    reply: AppointmentDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'appointment_moved',
    pii: 'personal',
    problems: [...BOOKING_PROBLEMS, 'appointment_not_changeable'],
  },
  'POST /v1/appointments/:id/cancellation': {
    summary: 'Cancel a visit, until it begins; cancelling twice is the same cancellation',
    access: 'resident',
    onBehalf: 'book_visits',
    params: IdParam,
    reply: AppointmentDto,
    limit: 'write',
    audit: 'appointment_cancelled',
    pii: 'personal',
    problems: ['appointment_not_changeable'],
  },
  'GET /v1/waiting-entries': {
    summary: 'Where I wait, and what is held for me',
    access: 'resident',
    onBehalf: 'book_visits',
    reply: WaitingListDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/waiting-entries': {
    summary: 'Wait for a place in a full slot; joining twice is the same entry',
    access: 'resident',
    onBehalf: 'book_visits',
    assurance: 2,
    body: ChooseSlotInput,
    reply: WaitingEntryDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'waiting_list_joined',
    pii: 'personal',
    problems: [
      'slot_has_room',
      'already_booked',
      'slot_closed',
      'slot_past',
      'slot_not_open_yet',
      'booking_paused',
      'waiting_limit_reached',
      'vaccine_not_eligible',
      'department_timeout',
      'department_unavailable',
      'department_invalid_reply',
    ],
  },
  'DELETE /v1/waiting-entries/:id': {
    summary: 'Stop waiting, or give up a held place',
    access: 'resident',
    onBehalf: 'book_visits',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'waiting_list_left',
    pii: 'personal',
  },
  'POST /v1/waiting-entries/:id/acceptance': {
    summary: 'Take the held place; a visit of the same item group is moved there',
    access: 'resident',
    onBehalf: 'book_visits',
    assurance: 2,
    params: IdParam,
    reply: AppointmentDto,
    status: 201,
    idempotent: true,
    limit: 'write',
    audit: 'offer_accepted',
    pii: 'personal',
    problems: [...BOOKING_PROBLEMS, 'offer_expired', 'appointment_not_changeable'],
  },
})

export type AppointmentDto = z.infer<typeof AppointmentDto>
export type AppointmentListDto = z.infer<typeof AppointmentListDto>
export type NearestSlotsDto = z.infer<typeof NearestSlotsDto>
export type SlotDaysDto = z.infer<typeof SlotDaysDto>
export type SlotListDto = z.infer<typeof SlotListDto>
export type VaccineCheckDto = z.infer<typeof VaccineCheckDto>
export type WaitingEntryDto = z.infer<typeof WaitingEntryDto>
export type WaitingListDto = z.infer<typeof WaitingListDto>
