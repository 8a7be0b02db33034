import { z } from 'zod'
import { endpoints } from '../kernel/endpoints'
import { isResidentId } from '../kernel/resident-id'
import { pageOf, PageQuery } from '../kernel/paging'
import { IdParam, InstantDto } from '../kernel/schemas'
import { MOBILE_PATTERN, PRIVACY_VERSION } from './rules'

const Mobile = z.string().regex(MOBILE_PATTERN, '请填写 11 位手机号')
const SmsCode = z.string().regex(/^\d{6}$/, '请填写 6 位验证码')
const PersonName = z.string().trim().min(2, '请填写身份证上的姓名').max(30, '姓名太长')
const ResidentId = z
  .string()
  .refine((value) => isResidentId(value), '请填写正确的 18 位身份证号')
  .transform((value) => value.toUpperCase())

/** What the phone says of itself; shown in the device list so that people can tell their devices apart. */
export const DeviceInput = z.object({
  /** Made by the app at first start and kept; not a hardware number. */
  id: z.uuid(),
  /** For instance 微信 · iPhone 12, or 浏览器 · Chrome. */
  label: z.string().trim().min(1).max(60),
})

/** The privacy notice the person agreed to; an older version is refused as invalid input. */
const Consent = z.literal(PRIVACY_VERSION, '请先阅读并同意最新的隐私说明')

/** Asks for a code by SMS. `sign_in` works for any phone; the others need a session and go to the account's own phone. */
export const SendSmsCodeInput = z.object({ phone: Mobile })
/** Seconds: how long the code holds and when another may be asked for. */
export const SmsCodeSentDto = z.object({ expiresIn: z.number().int(), againIn: z.number().int() })

export const SignInBySmsInput = z.object({ phone: Mobile, code: SmsCode, device: DeviceInput, consent: Consent })
export const SignInByCodeInput = z.object({ code: z.string().min(1).max(256), device: DeviceInput, consent: Consent })

/** The person who is signed in. Masked values only; full values come with `GET /v1/account/export`. */
export const AccountDto = z.object({
  id: z.uuid(),
  phone: z.string().nullable(),
  name: z.string().nullable(),
  residentId: z.string().nullable(),
  realNameVerifiedAt: InstantDto.nullable(),
  wechatBound: z.boolean(),
  createdAt: InstantDto,
})

/** Times are instants (UTC). `assurance` falls back from 3 to 2 at `stepUpUntil`. */
export const SessionDto = z.object({
  id: z.uuid(),
  assurance: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  stepUpUntil: InstantDto.nullable(),
  idleExpiresAt: InstantDto,
  absoluteExpiresAt: InstantDto,
  account: AccountDto,
})

/** `token` is shown this once; only its SHA-256 is kept. */
export const SignedInDto = SessionDto.extend({ token: z.string() })

export const DeviceSessionDto = z.object({
  id: z.uuid(),
  label: z.string(),
  provider: z.enum(['wechat', 'sms', 'provincial']),
  signedInAt: InstantDto,
  lastSeenAt: InstantDto,
  current: z.boolean(),
})
export const DeviceSessionListDto = z.object({ items: z.array(DeviceSessionDto) })

export const VerifyRealNameInput = z.object({ name: PersonName, residentId: ResidentId })

/** Step-up: a code sent to the account's phone, or, for an account without a phone, name and number once more. */
export const StepUpInput = z.discriminatedUnion('method', [
  z.object({ method: z.literal('sms'), code: SmsCode }),
  z.object({ method: z.literal('real_name'), name: PersonName, residentId: ResidentId }),
])

/** Binding a phone: the code of WeChat's getPhoneNumber event, or a code by SMS. */
export const BindPhoneInput = z.discriminatedUnion('method', [
  z.object({ method: z.literal('wechat'), code: z.string().min(1).max(256) }),
  z.object({ method: z.literal('sms'), phone: Mobile, code: SmsCode }),
])

/** One line of "what was done with my data": the audit event, who did it, when, on what. */
export const ActivityDto = z.object({
  id: z.uuid(),
  at: InstantDto,
  event: z.string(),
  /** Plain Chinese, for instance 登录. */
  title: z.string(),
  actor: z.enum(['self', 'volunteer', 'staff', 'system']),
  detail: z.record(z.string(), z.string()),
})
export const ActivityPage = pageOf(ActivityDto)

/** Everything kept about the person (PIPL, article 45), in full, as one JSON document. */
export const AccountExportDto = z.object({
  exportedAt: InstantDto,
  account: z.record(z.string(), z.unknown()),
  sessions: z.array(z.record(z.string(), z.unknown())),
  follows: z.array(z.record(z.string(), z.unknown())),
  messages: z.array(z.record(z.string(), z.unknown())),
  activity: z.array(z.record(z.string(), z.unknown())),
})

/** The person types 注销 so that a slip of the finger deletes nothing. */
export const DeleteAccountInput = z.object({ confirm: z.literal('注销', '请填写“注销”两个字') })

export const identityEndpoints = endpoints({
  'POST /v1/sms-codes': {
    summary: 'Send a sign-in code to a phone',
    access: 'public',
    body: SendSmsCodeInput,
    reply: SmsCodeSentDto,
    status: 202,
    limit: 'code',
    audit: 'sms_code_requested',
    pii: 'none',
    problems: ['too_many_attempts', 'department_unavailable'],
  },
  'POST /v1/sessions/sms': {
    summary: 'Sign in by phone and code',
    access: 'public',
    body: SignInBySmsInput,
    reply: SignedInDto,
    status: 201,
    limit: 'sign_in',
    audit: 'signed_in',
    pii: 'personal',
    problems: ['code_invalid', 'too_many_attempts'],
  },
  'POST /v1/sessions/wechat': {
    summary: 'Sign in by the code of wx.login (single use, 5 minutes)',
    access: 'public',
    body: SignInByCodeInput,
    reply: SignedInDto,
    status: 201,
    limit: 'sign_in',
    audit: 'signed_in',
    pii: 'personal',
    problems: [
      'wechat_code_invalid',
      'wechat_blocked',
      'too_many_requests',
      'department_timeout',
      'department_unavailable',
      'department_invalid_reply',
    ],
  },
  'POST /v1/sessions/provincial': {
    summary: 'Sign in by the provincial account (code → profile); a verified profile gives assurance 2',
    access: 'public',
    body: SignInByCodeInput,
    reply: SignedInDto,
    status: 201,
    limit: 'sign_in',
    audit: 'signed_in',
    pii: 'personal',
    problems: ['sign_in_failed', 'department_timeout', 'department_unavailable', 'department_invalid_reply'],
  },
  'GET /v1/session': {
    summary: 'The present session: who, how sure, until when; asking does not lengthen it',
    access: 'resident',
    reply: SessionDto,
    limit: 'read',
    pii: 'personal',
  },
  'POST /v1/session/renewal': {
    summary: 'Continue: start the idle time anew (the absolute end stays)',
    access: 'resident',
    reply: SessionDto,
    limit: 'write',
    pii: 'personal',
  },
  'DELETE /v1/session': {
    summary: 'Sign out here',
    access: 'resident',
    reply: null,
    limit: 'write',
    audit: 'signed_out',
    pii: 'none',
  },
  'GET /v1/sessions': {
    summary: 'The devices that are signed in',
    access: 'resident',
    reply: DeviceSessionListDto,
    limit: 'read',
    pii: 'personal',
  },
  'DELETE /v1/sessions': {
    summary: 'Sign out everywhere, here too',
    access: 'resident',
    reply: null,
    limit: 'write',
    audit: 'signed_out_everywhere',
    pii: 'none',
  },
  'DELETE /v1/sessions/:id': {
    summary: 'Sign one device out',
    access: 'resident',
    params: IdParam,
    reply: null,
    limit: 'write',
    audit: 'signed_out',
    pii: 'none',
  },
  'POST /v1/real-name': {
    summary: 'Verify name and resident ID with the police service; gives assurance 2',
    access: 'resident',
    body: VerifyRealNameInput,
    reply: SessionDto,
    limit: 'code',
    audit: 'real_name_verified',
    pii: 'personal',
    problems: [
      'real_name_mismatch',
      'already_bound',
      'too_many_attempts',
      'department_timeout',
      'department_unavailable',
      'department_invalid_reply',
    ],
  },
  'POST /v1/step-up/sms-codes': {
    summary: "Send a step-up code to the account's own phone",
    access: 'resident',
    reply: SmsCodeSentDto,
    status: 202,
    limit: 'code',
    audit: 'sms_code_requested',
    pii: 'none',
    problems: ['not_allowed', 'too_many_attempts', 'department_unavailable'],
  },
  'POST /v1/step-up': {
    summary: 'Verify again; assurance 3 for 15 minutes',
    access: 'resident',
    assurance: 2,
    body: StepUpInput,
    reply: SessionDto,
    limit: 'code',
    audit: 'stepped_up',
    pii: 'personal',
    problems: [
      'code_invalid',
      'real_name_mismatch',
      'too_many_attempts',
      'department_timeout',
      'department_unavailable',
      'department_invalid_reply',
    ],
  },
  'PUT /v1/account/phone': {
    summary: "Bind a phone: WeChat's getPhoneNumber code, or a code by SMS",
    access: 'resident',
    body: BindPhoneInput,
    reply: SessionDto,
    limit: 'code',
    audit: 'phone_bound',
    pii: 'personal',
    problems: [
      'code_invalid',
      'wechat_code_invalid',
      'already_bound',
      'too_many_attempts',
      'department_timeout',
      'department_unavailable',
      'department_invalid_reply',
    ],
  },
  'GET /v1/account/activity': {
    summary: 'Who did what with my data, newest first',
    access: 'resident',
    query: PageQuery,
    reply: ActivityPage,
    limit: 'read',
    pii: 'personal',
  },
  'GET /v1/account/export': {
    summary: 'Everything kept about me (PIPL, article 45)',
    access: 'resident',
    reply: AccountExportDto,
    limit: 'code',
    audit: 'account_exported',
    pii: 'sensitive',
  },
  'POST /v1/account/deletion': {
    summary: 'Delete the account and all that is kept about it at once (PIPL, article 47)',
    access: 'resident',
    body: DeleteAccountInput,
    reply: null,
    limit: 'write',
    audit: 'account_deleted',
    pii: 'none',
  },
})

export type DeviceInput = z.infer<typeof DeviceInput>
export type AccountDto = z.infer<typeof AccountDto>
export type SessionDto = z.infer<typeof SessionDto>
export type SignedInDto = z.infer<typeof SignedInDto>
export type SmsCodeSentDto = z.infer<typeof SmsCodeSentDto>
export type DeviceSessionDto = z.infer<typeof DeviceSessionDto>
export type DeviceSessionListDto = z.infer<typeof DeviceSessionListDto>
export type VerifyRealNameInput = z.infer<typeof VerifyRealNameInput>
export type StepUpInput = z.infer<typeof StepUpInput>
export type BindPhoneInput = z.infer<typeof BindPhoneInput>
export type ActivityDto = z.infer<typeof ActivityDto>
export type ActivityPage = z.infer<typeof ActivityPage>
export type AccountExportDto = z.infer<typeof AccountExportDto>
