import type { BoardVisitDto } from '@one-visit/shared/appointments/board-contract'
import {
  APPOINTMENT_STATUS_TEXT,
  formatVisitNumber,
  VISIT_NUMBER_PATTERN,
  VISIT_QR_PREFIX,
  type AppointmentStatus,
} from '@one-visit/shared/appointments/rules'
import { MOBILE_PATTERN } from '@one-visit/shared/identity/rules'
import { isResidentId } from '@one-visit/shared/kernel/resident-id'
import { tidy } from '../../platform/tidy'
import type { FieldError } from '../../ui/error-summary'
import type { TagKind } from '../../ui/tag'
import { formatLocalDate } from '../../ui/when'
import { staffText } from './text'
import { boardText } from './board-text'
import { visitText } from './visit-text'

const KINDS: Readonly<Record<AppointmentStatus, TagKind>> = {
  booked: 'active',
  checked_in: 'warning',
  serving: 'active',
  done: 'success',
  cancelled: 'quiet',
  moved: 'quiet',
  no_show: 'danger',
}

export function describeVisitStatus(status: AppointmentStatus): { kind: TagKind; text: string } {
  return { kind: KINDS[status], text: APPOINTMENT_STATUS_TEXT[status] }
}

/** 11月21日 周六 9:00–9:30 */
export function whenOf({ date, startsAt, endsAt }: Pick<BoardVisitDto, 'date' | 'startsAt' | 'endsAt'>): string {
  return `${formatLocalDate(date)} ${boardText.span(startsAt, endsAt)}`
}

/** 王*英（长辈） */
export function nameOf({ name, elder }: Pick<BoardVisitDto, 'name' | 'elder'>): string {
  return elder ? `${name}（${visitText.elder}）` : name
}

/** One line below the name: ticket and window when there are, number, what for. */
export function hintOf(visit: BoardVisitDto): string {
  const { ticket, window, number, itemGroup, channel } = visit
  return [
    ...(ticket === null ? [] : [`${visitText.facts.ticket} ${ticket}`]),
    ...(window === null ? [] : [visitText.windowOf(window)]),
    formatVisitNumber(number),
    `${boardText.span(visit.startsAt, visit.endsAt)} ${itemGroup.name}`,
    visitText.channelOf(channel),
  ].join(' · ')
}

/** Whether this person was called and has not begun yet. */
export function isCalled({ status, calledAt }: Pick<BoardVisitDto, 'status' | 'calledAt'>): boolean {
  return status === 'checked_in' && calledAt !== null
}

export interface CheckInKey {
  by: 'qr' | 'number' | 'resident_id'
  value: string
}

/** What was typed or scanned, by its look; null when it is none of the three. */
export function readCheckInKey(typed: string): CheckInKey | null {
  const value = tidy(typed)
  if (value.startsWith(VISIT_QR_PREFIX)) return { by: 'qr', value }
  if (VISIT_NUMBER_PATTERN.test(value)) return { by: 'number', value }
  return isResidentId(value) ? { by: 'resident_id', value } : null
}

export function checkReason(reason: string): FieldError[] {
  return reason.trim().length < 2 ? [{ name: 'reason', message: staffText.reason.wrong }] : []
}

export interface Entered {
  group: string | null
  slotId: string | null
  name: string
  residentId: string
  phone: string
}

/** What is missing or wrong in a visit entered for somebody. */
export function checkEntered({ group, slotId, name, residentId, phone }: Entered): FieldError[] {
  const text = visitText.enter
  return [
    ...(group === null ? [{ name: 'group', message: text.groupWrong }] : []),
    ...(group !== null && slotId === null ? [{ name: 'slotId', message: text.slotWrong }] : []),
    ...(name.trim().length < 2 ? [{ name: 'name', message: text.name.wrong }] : []),
    ...(isResidentId(tidy(residentId)) ? [] : [{ name: 'residentId', message: text.residentId.wrong }]),
    ...(phone.trim() === '' || MOBILE_PATTERN.test(phone.trim()) ? [] : [{ name: 'phone', message: text.mobile.wrong }]),
  ]
}
