import { z } from 'zod'
import { isResidentId } from '../kernel/resident-id'
import { pageOf } from '../kernel/paging'
import { InstantDto, TypedText } from '../kernel/schemas'
import { MOBILE_PATTERN, PRIVACY_VERSION } from './rules'

export const Mobile = z.string().regex(MOBILE_PATTERN, '请填写 11 位手机号')
const SmsCode = z.string().regex(/^\d{6}$/, '请填写 6 位验证码')
export const PersonName = TypedText.min(2, '请填写身份证上的姓名').max(30, '姓名太长')
export const ResidentId = z
  .string()
  .refine((value) => isResidentId(value), '请填写正确的 18 位身份证号')
  .transform((value) => value.toUpperCase())

/** What the phone says of itself; shown in the device list so that people can tell their devices apart. */
export const DeviceInput = z.object({
  /** Made by the app at first start and kept; not a hardware number. */
  id: z.uuid(),
  /** For instance 微信 · iPhone 12, or 浏览器 · Chrome. */
  label: TypedText.min(1).max(60),
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
  /** `family`: with a mandate. */
  actor: z.enum(['self', 'family', 'volunteer', 'staff', 'system']),
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
  appointments: z.array(z.record(z.string(), z.unknown())),
  family: z.array(z.record(z.string(), z.unknown())),
  licences: z.array(z.record(z.string(), z.unknown())),
  mandates: z.array(z.record(z.string(), z.unknown())),
  helpRequests: z.array(z.record(z.string(), z.unknown())),
  applications: z.array(z.record(z.string(), z.unknown())),
  activity: z.array(z.record(z.string(), z.unknown())),
})

/** The person types 注销 so that a slip of the finger deletes nothing. */
export const DeleteAccountInput = z.object({ confirm: z.literal('注销', '请填写“注销”两个字') })

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
