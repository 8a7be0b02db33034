import type { DepartmentId } from './department-names'

export interface CallPolicy {
  /** Milliseconds for the whole call: waiting for a place, every try, and reading the reply. */
  readonly deadlineMs: number
  /** Asking twice changes nothing, so a failed try may be repeated and a copy may be kept. */
  readonly read: boolean
  /** Further tries, with full jitter between them. For others than reads only when the department says it did nothing. */
  readonly retries: number
  /** The breaker opens after so many failed tries in a row … */
  readonly breakerFailures: number
  /** … and lets one call through again after so many milliseconds. */
  readonly breakerOpenMs: number
  /** Calls at once, and how many more may wait; the next is refused. */
  readonly concurrent: number
  readonly queue: number
  /** Seconds in which the last copy is answered without asking. */
  readonly freshSeconds: number
  /** Seconds in which the last copy is shown, with its time, when the department cannot be asked. 0: never. */
  readonly staleSeconds: number
}

export type Policies = Readonly<Record<DepartmentId, Readonly<Record<string, CallPolicy>>>>

const DAY = 86_400
const WEEK = 7 * DAY

const READ = {
  read: true,
  retries: 2,
  breakerFailures: 5,
  breakerOpenMs: 10_000,
  concurrent: 16,
  queue: 64,
  freshSeconds: 0,
  staleSeconds: 0,
} as const
const ACT = { ...READ, read: false, retries: 0 } as const

/** One row per department and operation. Deadlines stay under the 8 s after which the app offers another way. */
export const POLICIES = {
  police: {
    // The answer decides who somebody is: never from a copy.
    verifyRealName: { ...READ, deadlineMs: 5_000 },
    idCardApplications: { ...READ, deadlineMs: 5_000, freshSeconds: 30, staleSeconds: WEEK },
    exitEntryApplications: { ...READ, deadlineMs: 5_000, freshSeconds: 30, staleSeconds: WEEK },
    // The answer decides whose child somebody is: never from a copy, and none is kept.
    householdMembers: { ...READ, deadlineMs: 5_000 },
  },
  cases: {
    lookUpByPassword: { ...READ, deadlineMs: 4_000, freshSeconds: 15, staleSeconds: WEEK },
    lookUpByLastFour: { ...READ, deadlineMs: 4_000, freshSeconds: 15, staleSeconds: WEEK },
    casesOf: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: WEEK },
    // The follow poller asks for changes: a fresh copy would only delay its message.
    caseByToken: { ...READ, deadlineMs: 4_000, staleSeconds: WEEK },
    // What got no answer is kept and sent again: the case system knows an application it has had.
    openCase: { ...ACT, deadlineMs: 5_000 },
  },
  health: {
    // The answer decides who may be vaccinated: never from an old copy.
    vaccinations: { ...READ, deadlineMs: 4_000, freshSeconds: 30 },
    vaccinationsToShow: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: DAY },
    // A code that is held up for minutes renews each 45 s; every other renewal asks.
    code: { ...READ, deadlineMs: 3_000, concurrent: 32, freshSeconds: 60, staleSeconds: DAY },
    tests: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: DAY },
    birthCertificates: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: WEEK },
  },
  communications: {
    travelCard: { ...READ, deadlineMs: 3_000, concurrent: 32, freshSeconds: 30, staleSeconds: DAY },
  },
  insurance: {
    eVoucher: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: WEEK },
  },
  licence_library: {
    licencesOf: { ...READ, deadlineMs: 4_000, concurrent: 32, freshSeconds: 30, staleSeconds: WEEK },
    licence: { ...READ, deadlineMs: 4_000, freshSeconds: 30, staleSeconds: WEEK },
    // A cancelled licence must stop at once: never from a copy.
    licenceState: { ...READ, deadlineMs: 4_000, concurrent: 32 },
  },
  social_security: {
    contributions: { ...READ, deadlineMs: 5_000, freshSeconds: 30, staleSeconds: WEEK },
  },
  sms: {
    send: { ...ACT, deadlineMs: 5_000, concurrent: 8 },
  },
  wechat: {
    // A wx.login code works once, so only WeChat's own "busy" may be tried again.
    codeToSession: { ...ACT, deadlineMs: 5_000, retries: 2, concurrent: 32 },
    stableToken: { ...READ, deadlineMs: 5_000, concurrent: 2 },
    phoneNumber: { ...ACT, deadlineMs: 5_000, retries: 2 },
    subscribeSend: { ...ACT, deadlineMs: 5_000, retries: 2, concurrent: 8 },
  },
  provincial: {
    profile: { ...ACT, deadlineMs: 5_000 },
  },
} as const satisfies Policies

/** A row of the table. */
export type Target = {
  [D in DepartmentId]: { readonly department: D; readonly operation: keyof (typeof POLICIES)[D] }
}[DepartmentId]

/** No policy shows a copy older than this, so what is older is deleted. Seconds. */
export const LONGEST_STALE_SECONDS = WEEK
