/** The statuses every department's own are mapped to, in the order a case usually takes. */
export const CASE_STATUSES = [
  'received',
  'accepted',
  'in_review',
  'correction_needed',
  'decided',
  'ready',
  'delivered',
  'rejected',
  'withdrawn',
] as const
export type CaseStatus = (typeof CASE_STATUSES)[number]

/** What residents read, and what it means for them now. */
export const CASE_STATUS_TEXT: Readonly<Record<CaseStatus, { title: string; next: string }>> = {
  received: { title: '已收到', next: '工作人员正在看材料，您不用做什么。' },
  accepted: { title: '已受理', next: '已经开始办理，您不用做什么。' },
  in_review: { title: '正在办理', next: '部门正在审查，您不用做什么。' },
  correction_needed: { title: '需要补正', next: '请按下面写的补交材料，补交后继续办理。' },
  decided: { title: '已办结', next: '结果已出，正在制作或送达。' },
  ready: { title: '可以领取', next: '请先打电话问在哪里领取，去时带身份证。' },
  delivered: { title: '已送达', next: '这件事办完了。' },
  rejected: { title: '未通过', next: '请看下面的原因；不同意可以打电话或到窗口问。' },
  withdrawn: { title: '已撤回', next: '这件事已停止办理。' },
}

/** What this means for the person now; where a result is collected is named when the department says so. */
export function nextStepOf({ status, place }: { status: CaseStatus; place: string | null }): string {
  return status === 'ready' && place !== null ? `请带身份证到${place}领取。` : CASE_STATUS_TEXT[status].next
}

/** A case in one of these will not change again; the poller stops. */
export const FINAL_CASE_STATUSES: readonly CaseStatus[] = ['delivered', 'rejected', 'withdrawn']

export function isFinalCaseStatus(status: CaseStatus): boolean {
  return FINAL_CASE_STATUSES.includes(status)
}

/** How many cases one person follows at most. */
export const FOLLOW_LIMIT = 20

/** The proof given with a look-up lets the person follow the case without typing the password again; seconds. */
export const LOOK_UP_PROOF_SECONDS = 30 * 60

/** Case numbers: letters, digits and hyphens, 6 to 40. */
export const CASE_NUMBER_PATTERN = /^[A-Z0-9-]{6,40}$/
