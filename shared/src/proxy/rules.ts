import type { MandateOperation } from '../kernel/mandate-operation'

/** As on the mandate slip: what the other person may do. */
export const OPERATION_TEXT: Readonly<Record<MandateOperation, string>> = {
  book_visits: '预约、改约、取消到场办事',
  look_up_cases: '查询办事进度',
  show_health_code: '出示健康码',
  show_licences: '出示电子证照',
  apply_across_regions: '在手机上申请跨省通办的事',
}

/** Operations that are for named items: item groups of the county pack, or kinds of licence. */
export const ITEM_OPERATIONS: readonly MandateOperation[] = ['book_visits', 'show_licences']

/** At most so long (domain: Proxy service). */
export const MANDATE_DAYS = 30

/** At most so many mandates that hold at a time: given by one person, and held by one. A volunteer acts for many. */
export const MANDATE_LIMIT = { given: 3, heldByFamily: 8, heldByVolunteer: 20 } as const

/** How long one that was asked for waits for the person's consent; hours. */
export const CONSENT_HOURS = 24

/** In 24 hours one may ask the same person so often, and so many codes go to the person for it. */
export const ASKS_A_DAY = 5

/** From strongest to weakest. `app`: agreed in the app; `phone_code`: read out the code sent to their phone; `witnessed`: staff saw both ID cards. */
export const MANDATE_EVIDENCE = ['app', 'phone_code', 'witnessed'] as const
export type MandateEvidence = (typeof MANDATE_EVIDENCE)[number]

export const EVIDENCE_TEXT: Readonly<Record<MandateEvidence, string>> = {
  app: '本人在手机上确认',
  phone_code: '本人读出了手机收到的验证码',
  witnessed: '工作人员当面核对双方身份证',
}

export const MANDATE_STATUSES = ['pending', 'active', 'refused', 'ended', 'expired'] as const
export type MandateStatus = (typeof MANDATE_STATUSES)[number]

export const MANDATE_STATUS_TEXT: Readonly<Record<MandateStatus, string>> = {
  pending: '等本人同意',
  active: '有效',
  refused: '本人没有同意',
  ended: '已结束',
  expired: '已到期',
}

/** By whom, and from where, a mandate was ended. `task_closed`: by itself, with the task it was for. */
export const MANDATE_ENDINGS = [
  'person_app',
  'person_phone',
  'person_counter',
  'actor',
  'task_closed',
  'expired',
  'account_deleted',
] as const
export type MandateEnding = (typeof MANDATE_ENDINGS)[number]

export const ENDING_TEXT: Readonly<Record<MandateEnding, string>> = {
  person_app: '本人在手机上结束',
  person_phone: '本人打电话结束',
  person_counter: '本人在窗口结束',
  actor: '代办人交回',
  task_closed: '事情办完，自动结束',
  expired: '到期，自动结束',
  account_deleted: '账号注销，自动结束',
}

export const REQUEST_STATUSES = ['open', 'accepted', 'done', 'cancelled'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]

export const REQUEST_STATUS_TEXT: Readonly<Record<RequestStatus, string>> = {
  open: '等志愿者接单',
  accepted: '志愿者正在办',
  done: '已办完',
  cancelled: '已撤回',
}

export const REQUEST_WAYS = ['home', 'village_centre', 'phone'] as const
export type RequestWay = (typeof REQUEST_WAYS)[number]

export const WAY_TEXT: Readonly<Record<RequestWay, string>> = {
  home: '请人上门',
  village_centre: '我到便民服务中心，请人帮我办',
  phone: '打电话帮我办',
}

export const DAY_PARTS = ['any', 'morning', 'afternoon'] as const
export type DayPart = (typeof DAY_PARTS)[number]
export const DAY_PART_TEXT: Readonly<Record<DayPart, string>> = { any: '都可以', morning: '上午', afternoon: '下午' }

/** What help is asked for: a few everyday kinds, and one's own words. */
export const REQUEST_TOPICS = ['book_visit', 'look_up_case', 'show_papers', 'fill_in', 'other'] as const
export type RequestTopic = (typeof REQUEST_TOPICS)[number]
export const TOPIC_TEXT: Readonly<Record<RequestTopic, string>> = {
  book_visit: '帮我预约',
  look_up_case: '帮我查办到哪了',
  show_papers: '帮我出示证照',
  fill_in: '帮我填表、备材料',
  other: '别的事',
}

/** At most so many requests of one person that are not closed. */
export const OPEN_REQUEST_LIMIT = 3

/** The day wished for is at most so many days ahead. */
export const REQUEST_DAYS_AHEAD = 60

/** The scan that goes with a witnessed mandate: a JPEG or PNG of at most so many bytes. */
export const SCAN_BYTES = 400_000

/** Why a supervisor looks at such a scan: how the mandate came about is in doubt, or is looked into from time to time. */
export const SCAN_VIEW_REASONS = ['complaint', 'inspection'] as const
export type ScanViewReason = (typeof SCAN_VIEW_REASONS)[number]

/** 1121 4829 05: how a mandate's number is written and read out. */
export function formatMandateNumber(number: string): string {
  return `${number.slice(0, 4)} ${number.slice(4, 8)} ${number.slice(8)}`
}
/** What the QR on the slip holds; the number alone opens nothing. */
export const MANDATE_QR_PREFIX = 'ONE-VISIT:M:'
export const MANDATE_NUMBER_PATTERN = /^\d{10}$/
