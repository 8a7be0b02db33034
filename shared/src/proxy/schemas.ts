import { z } from 'zod'
import { Mobile, PersonName, ResidentId } from '../identity/schemas'
import { LocalDateInput, PackId } from '../appointments/schemas'
import { MANDATE_OPERATIONS } from '../kernel/mandate-operation'
import { InstantDto, TypedText } from '../kernel/schemas'
import {
  DAY_PARTS,
  ITEM_OPERATIONS,
  MANDATE_DAYS,
  MANDATE_ENDINGS,
  MANDATE_EVIDENCE,
  MANDATE_NUMBER_PATTERN,
  MANDATE_STATUSES,
  REQUEST_STATUSES,
  REQUEST_TOPICS,
  REQUEST_WAYS,
  SCAN_BYTES,
  SCAN_VIEW_REASONS,
} from './rules'

export const MandateNumber = z
  .string()
  .transform((text) => text.replace(/\s/g, ''))
  .refine((text) => MANDATE_NUMBER_PATTERN.test(text), '委托编号是 10 位数字')

/**
 * One operation. `items`: for `book_visits` item groups of the pack, for `show_licences` kinds of licence; each must be named. Null
 * for the others.
 */
export const ScopeEntryInput = z
  .object({
    operation: z.enum(MANDATE_OPERATIONS),
    items: z
      .array(z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, '没有这个选项'))
      .min(1, '请至少选一项')
      .max(12)
      .nullable(),
  })
  .refine(({ operation, items }) => ITEM_OPERATIONS.includes(operation) === (items !== null), '请选好可以办的事')
export const ScopeInput = z
  .array(ScopeEntryInput)
  .min(1, '请至少选一件可以代办的事')
  .max(MANDATE_OPERATIONS.length)
  .refine((scope) => new Set(scope.map(({ operation }) => operation)).size === scope.length, '每件事只选一次')

export const Days = z.number().int().min(1).max(MANDATE_DAYS, `最长 ${MANDATE_DAYS} 天`)

/** `items` with their names, as people read them. */
export const ScopeEntryDto = z.object({
  operation: z.enum(MANDATE_OPERATIONS),
  items: z.array(z.object({ id: z.string(), name: z.string() })).nullable(),
})

/** A mandate as either side sees it. Names masked. Times are instants (UTC). */
export const MandateDto = z.object({
  id: z.uuid(),
  number: z.string(),
  principal: z.string(),
  actor: z.object({ kind: z.enum(['resident', 'volunteer']), name: z.string(), office: z.string().nullable() }),
  scope: z.array(ScopeEntryDto),
  evidence: z.enum(MANDATE_EVIDENCE).nullable(),
  status: z.enum(MANDATE_STATUSES),
  askedAt: InstantDto,
  startsAt: InstantDto.nullable(),
  /** While it waits: when the request lapses. From the consent on: when the mandate ends. */
  expiresAt: InstantDto,
  /** So many days from the consent on. */
  days: z.number().int(),
  endedAt: InstantDto.nullable(),
  ending: z.enum(MANDATE_ENDINGS).nullable(),
  /** The task it was given for; a volunteer's always has one. */
  taskId: z.uuid().nullable(),
})

/** `given`: others may act for me. `held`: I may act for others. */
export const MandatesDto = z.object({ given: z.array(MandateDto), held: z.array(MandateDto) })

/** By a member of the family, who will act: the person then agrees in the app, or reads out the code sent to their phone. */
export const AskMandateInput = z.object({ member: z.uuid('请选择家人'), scope: ScopeInput, days: Days })
export const AnswerMandateInput = z.object({ accept: z.boolean() })
export const MandateCodeInput = z.object({ code: z.string().regex(/^\d{6}$/, '请填写 6 位验证码') })

/** One thing that was done under a mandate. `what` in plain words; `refused`: it was tried, and not allowed. */
export const MandateActDto = z.object({
  id: z.string(),
  at: InstantDto,
  what: z.string(),
  subject: z.string().nullable(),
  refused: z.boolean(),
})
export const MandateActListDto = z.object({ items: z.array(MandateActDto) })

/** JPEG or PNG, base64: both ID cards side by side, as the clerk saw them. */
const ScanInput = z
  .string()
  .regex(/^[A-Za-z0-9+/]+={0,2}$/, '请重新拍照')
  .max(Math.ceil((SCAN_BYTES * 4) / 3) + 4, '照片太大，请重新拍')

/** A choice, not words: the audit keeps it for ever, and people write names. */
export const ViewScanInput = z.object({ reason: z.enum(SCAN_VIEW_REASONS) })
/** `image`: base64. */
export const ScanDto = z.object({ image: z.string(), type: z.enum(['image/jpeg', 'image/png']), takenAt: InstantDto })

/**
 * For the volunteer who has the task, and for the person whose task it is. `witnessed` is for staff who are not volunteers, and
 * needs the scan; the others wait for the person.
 */
export const TaskMandateInput = z
  .object({ scope: ScopeInput, days: Days, evidence: z.enum(MANDATE_EVIDENCE), scan: ScanInput.nullable() })
  .refine(({ evidence, scan }) => (evidence === 'witnessed') === (scan !== null), {
    path: ['scan'],
    message: '请拍下双方的身份证',
  })

/** Ended for the person by staff: they rang up, or came. `lastFour` of the ID number proves that it is theirs. */
export const StaffEndMandateInput = z.object({
  number: MandateNumber,
  lastFour: z.string().regex(/^\d{3}[\dXx]$/, '请填写身份证后四位'),
  from: z.enum(['person_phone', 'person_counter']),
})

/** For the printed slip: one page, large type. `endPhone`: the number to ring to end it. */
export const MandateSlipDto = MandateDto.extend({ qr: z.string(), endPhone: z.string(), officeAddress: z.string().nullable() })

/** `for` null: the person themselves; otherwise a member of the family. `address` only for help at home. */
export const OpenRequestInput = z
  .object({
    member: z.uuid('请选择家人').nullable(),
    topic: z.enum(REQUEST_TOPICS),
    words: TypedText.max(200, '请写在 200 字以内'),
    way: z.enum(REQUEST_WAYS),
    office: PackId,
    address: TypedText.max(100, '地址请写在 100 字以内').nullable(),
    date: LocalDateInput,
    part: z.enum(DAY_PARTS),
    phone: Mobile,
  })
  .refine(({ way, address }) => way !== 'home' || (address !== null && address.length >= 4), {
    path: ['address'],
    message: '请写明上门的地址',
  })
  .refine(({ topic, words }) => topic !== 'other' || words.length >= 2, { path: ['words'], message: '请写明要办什么' })

/** By staff for somebody who rang up or came. */
export const StaffOpenRequestInput = z.object({
  person: z.object({ name: PersonName, residentId: ResidentId }),
  request: OpenRequestInput.refine(({ member }) => member === null),
})

/**
 * A request for help. The person's name masked, the volunteer's in full: the person must know who may come. `promisedBy` is a local
 * date, counted in working days; null when the calendar has no holiday data so far ahead. Instants are UTC.
 */
export const HelpRequestDto = z.object({
  id: z.uuid(),
  number: z.string(),
  person: z.string(),
  topic: z.enum(REQUEST_TOPICS),
  words: z.string(),
  way: z.enum(REQUEST_WAYS),
  office: z.object({ id: PackId, name: z.string(), phone: z.string() }),
  date: z.iso.date(),
  part: z.enum(DAY_PARTS),
  status: z.enum(REQUEST_STATUSES),
  promisedBy: z.iso.date().nullable(),
  overdue: z.boolean(),
  volunteer: z.string().nullable(),
  /** What came of it, or why the office cancelled it. */
  outcome: z.string().nullable(),
  /** Why the last volunteer gave it back. */
  returned: z.string().nullable(),
  openedAt: InstantDto,
  closedAt: InstantDto.nullable(),
})
export const HelpRequestListDto = z.object({ items: z.array(HelpRequestDto) })

/** `contact`: for the volunteer who has it, only while it is theirs and open. `mandate`: while it is open, for the office too. */
export const TaskDto = HelpRequestDto.extend({
  mine: z.boolean(),
  contact: z.object({ name: z.string(), phone: z.string(), address: z.string().nullable() }).nullable(),
  mandate: MandateDto.nullable(),
})
export const TaskListDto = z.object({ items: z.array(TaskDto) })

/** By the office, for instance because the person rang up. The person reads the reason. */
export const CancelTaskInput = z.object({ reason: TypedText.min(2, '请写明原因').max(100, '请写在 100 字以内') })
export const ReturnTaskInput = z.object({ reason: TypedText.min(2, '请写明原因').max(100, '请写在 100 字以内') })
/** `minutes` of work; nothing is counted, ranked or rewarded (国办函〔2026〕12号). */
export const FinishTaskInput = z.object({
  outcome: TypedText.min(2, '请写明结果').max(200, '请写在 200 字以内'),
  minutes: z.number().int('请填写整分钟').min(1, '请填写用了多少分钟').max(600, '请核对用时'),
})

/** Registered by a supervisor. `password` and `totp` (an otpauth address) are shown this once. */
export const RegisterVolunteerInput = z.object({
  name: PersonName,
  residentId: ResidentId,
  phone: Mobile,
  office: PackId,
  username: TypedText.regex(/^[a-z][a-z0-9.-]{2,29}$/, '账号用小写字母开头，3 到 30 个字母、数字、点或短横'),
})
export const VolunteerDto = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  office: z.object({ id: PackId, name: z.string() }),
  username: z.string(),
  active: z.boolean(),
  registeredAt: InstantDto,
})
export const RegisteredVolunteerDto = VolunteerDto.extend({ password: z.string(), totp: z.string() })
export const VolunteerListDto = z.object({ items: z.array(VolunteerDto) })
