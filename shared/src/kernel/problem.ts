/**
 * The closed list of problems (RFC 9457 `application/problem+json`): code → HTTP status, whether it is reported to those
 * who run the service, a title, and what a person can do next. `detail` may be replaced by a more exact sentence.
 */
export const PROBLEMS = {
  // What was sent
  invalid_input: { status: 422, report: false, title: '请检查填写的内容', action: '按提示修改后再提交。' },
  malformed_request: { status: 400, report: false, title: '请求无法识别', action: '请返回上一页重试。' },
  body_too_large: { status: 413, report: false, title: '提交的内容太大', action: '请减少内容后再提交。' },
  headers_too_large: { status: 431, report: false, title: '提交的内容太长', action: '请减少文字后再试。' },
  unsupported_media_type: { status: 415, report: false, title: '提交的格式不支持', action: '请返回上一页重试。' },
  request_timeout: { status: 408, report: false, title: '网络太慢，没有收完', action: '内容没有丢失，请再试一次。' },
  idempotency_key_missing: { status: 400, report: false, title: '请求不完整', action: '请返回上一页重试。' },
  idempotency_key_reused: { status: 409, report: false, title: '内容已改变', action: '请返回上一页重新提交。' },
  not_found: { status: 404, report: false, title: '没有找到', action: '请检查后再试，或返回首页。' },
  method_not_allowed: { status: 405, report: false, title: '不支持这样操作', action: '请返回首页。' },
  // Who is asking
  sign_in_required: { status: 401, report: false, title: '请先登录', action: '登录后会回到这一页，已填的内容都在。' },
  session_expired: { status: 401, report: false, title: '登录已过期', action: '重新登录后会回到这一页，已填的内容都在。' },
  real_name_required: { status: 403, report: false, title: '需要先实名', action: '完成实名后会回到这一页。' },
  step_up_required: { status: 403, report: false, title: '需要再次确认是您本人', action: '确认后会回到这一页。' },
  not_allowed: { status: 403, report: false, title: '您不能办理这一项', action: '如有疑问，请拨打电话或到大厅咨询。' },
  sign_in_failed: { status: 401, report: false, title: '没有登录成功', action: '请检查后再试。' },
  code_invalid: { status: 422, report: false, title: '验证码不对或已过期', action: '请核对短信，或重新获取验证码。' },
  wechat_code_invalid: { status: 401, report: false, title: '微信登录没有成功', action: '请再点一次登录，或用手机号登录。' },
  wechat_blocked: { status: 403, report: false, title: '微信暂时不允许这个账号登录', action: '请用手机号登录。' },
  real_name_mismatch: {
    status: 422,
    report: false,
    title: '姓名和身份证号对不上',
    action: '请对照身份证再填一次，或带身份证到大厅办理。',
  },
  already_bound: {
    status: 409,
    report: false,
    title: '已经绑定在另一个账号上',
    action: '请用原来的账号登录，或带身份证到大厅处理。',
  },
  // How often
  too_many_requests: { status: 429, report: false, title: '操作太快了', action: '请稍等一会儿再试。' },
  too_many_attempts: { status: 429, report: false, title: '试的次数太多了', action: '请过一段时间再试。' },
  // Department systems
  department_timeout: { status: 504, report: false, title: '部门系统响应太慢', action: '请稍后再试；急办请打电话或到窗口。' },
  department_unavailable: {
    status: 503,
    report: false,
    title: '部门系统暂时不能用',
    action: '请稍后再试；急办请打电话或到窗口。',
  },
  department_invalid_reply: {
    status: 502,
    report: true,
    title: '部门系统返回的结果有误',
    action: '我们已记录，请稍后再试；急办请打电话或到窗口。',
  },
  // Looking up and following a case
  case_not_found: { status: 404, report: false, title: '没有查到这件事', action: '请核对办件编号和查询密码。编号在受理回执上。' },
  follow_limit_reached: { status: 409, report: false, title: '关注的事情已满', action: '请先取消一件已办完的。' },
  // Applying across regions
  already_applied: { status: 409, report: false, title: '这件事已经申请过，还在办', action: '不用再申请，请看办到哪一步了。' },
  // Visits
  slot_full: { status: 409, report: false, title: '这个时间刚刚约满', action: '请换一个时间，或排队等别人让出的名额。' },
  slot_kept_for_elders: {
    status: 409,
    report: false,
    title: '剩下的名额留给长辈和帮代办',
    action: '请换一个时间；开始前 24 小时，没用完的名额会向所有人开放。',
  },
  slot_closed: { status: 409, report: false, title: '这个时间不能预约了', action: '请换一个时间。' },
  slot_past: { status: 409, report: false, title: '这个时间已经过了', action: '请换一个时间。' },
  slot_not_open_yet: { status: 409, report: false, title: '这一天还没有开放预约', action: '请到开放时再来，或选近一些的日子。' },
  slot_has_room: { status: 409, report: false, title: '现在有名额', action: '不用排队，直接预约就行。' },
  already_booked: {
    status: 409,
    report: false,
    title: '您已经约了这一类事',
    action: '同一类事一次约一个；要换时间，请打开原来的预约点“改时间”。',
  },
  appointment_limit_reached: { status: 409, report: false, title: '您已经有 3 个预约', action: '请先办完或取消一个，再约新的。' },
  booking_paused: { status: 403, report: false, title: '暂时不能在手机上预约', action: '您可以直接到大厅取号办理，不受影响。' },
  appointment_not_changeable: {
    status: 409,
    report: false,
    title: '这个预约不能再改动',
    action: '请看预约现在的状态；有疑问请打电话。',
  },
  waiting_limit_reached: { status: 409, report: false, title: '排队的时间已满 3 个', action: '请先退出一个，再排新的。' },
  offer_expired: { status: 409, report: false, title: '为您留的名额已过时间', action: '请重新选时间，或再排队。' },
  vaccine_not_eligible: { status: 409, report: false, title: '这一天还不能接种', action: '请按提示换一天，或打电话问。' },
  slot_has_bookings: {
    status: 409,
    report: false,
    title: '已约的人比新的人数多',
    action: '请先把多出的人改到别的时间，再减少人数。',
  },
  visit_not_today: { status: 409, report: false, title: '不是今天的预约', action: '请核对日期；今天要办请现场取号。' },
  visit_other_office: { status: 409, report: false, title: '约的是别的网点', action: '请告诉来人约的是哪里，或现场取号。' },
  status_changed: { status: 409, report: false, title: '状态已经变了', action: '请看最新的状态再操作。' },
  queue_empty: { status: 404, report: false, title: '没有人在等', action: '有人签到后再叫号。' },
  // Family
  not_same_household: { status: 409, report: false, title: '户口簿上不在同一户', action: '请带户口簿到大厅办理。' },
  consent_not_possible: {
    status: 409,
    report: false,
    title: '这位家人还不能在手机上确认',
    action: '请家人先在自己的手机上登录并实名，再来添加。',
  },
  family_limit_reached: {
    status: 409,
    report: false,
    title: '家人已满',
    action: '一个账号最多 8 位家人，一位家人最多在 3 个账号里。请先移出一位。',
  },
  // Codes and licences
  code_altered: { status: 422, report: false, title: '这个码被改动过', action: '不要采信，请对方重新出示。' },
  code_expired: { status: 422, report: false, title: '这个码已过期', action: '请对方重新出示。' },
  code_not_yet_valid: {
    status: 422,
    report: false,
    title: '这个码的时间不对',
    action: '请核对手机和查验设备的时间，再出示一次。',
  },
  code_unknown_key: { status: 422, report: false, title: '不是本系统签发的码', action: '不要采信，请看实体证件。' },
  code_too_long: { status: 422, report: false, title: '选的内容太多，一个离线码放不下', action: '请少选几项，或改用联网出示。' },
  presentation_unknown: { status: 404, report: false, title: '没有这个出示码', action: '请核对后再试，或请对方重新出示。' },
  presentation_used: { status: 409, report: false, title: '这个码已经查验过一次', action: '请对方重新出示。' },
  licence_revoked: { status: 409, report: false, title: '这张证照已经注销', action: '请联系发证部门。' },
  licence_expired: { status: 409, report: false, title: '这张证照已经过期', action: '请到发证部门换领。' },
  // Acting for somebody
  mandate_unknown: { status: 404, report: false, title: '没有这份委托', action: '请核对委托编号，或请本人重新委托。' },
  mandate_not_active: { status: 403, report: false, title: '本人还没有同意', action: '请本人在手机上确认，或读出收到的验证码。' },
  mandate_ended: { status: 403, report: false, title: '这份委托已经结束', action: '没有办成任何事。还要代办，请本人重新委托。' },
  mandate_expired: {
    status: 403,
    report: false,
    title: '这份委托已经到期',
    action: '没有办成任何事。还要代办，请本人重新委托。',
  },
  mandate_scope: {
    status: 403,
    report: false,
    title: '委托里没有这一项',
    action: '只能办本人写明的事。要增加，请本人重新委托。',
  },
  mandate_not_pending: { status: 409, report: false, title: '这份委托不用再确认', action: '请看委托现在的状态。' },
  mandate_limit_reached: { status: 409, report: false, title: '委托已满', action: '请先结束一份不再需要的委托。' },
  request_limit_reached: { status: 409, report: false, title: '求助已满 3 个', action: '请等办完一个，或先撤回一个。' },
  username_taken: { status: 409, report: false, title: '这个账号已有人用', action: '请换一个账号。' },
  // Ourselves
  stopping: { status: 503, report: false, title: '服务正在重启', action: '请过几秒再试，内容没有丢失。' },
  // Those who run the service are told once, not by every request.
  service_unavailable: {
    status: 503,
    report: false,
    title: '服务暂时不能用',
    action: '内容没有丢失，请过几秒再试；急办请打电话或到窗口。',
  },
  internal_error: { status: 500, report: true, title: '我们这边出了问题', action: '内容没有丢失，请稍后再试；急办请打电话。' },
} as const satisfies Record<string, { status: number; report: boolean; title: string; action: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** One field that needs mending; `path` is the JSON path joined with dots, `message` plain Chinese. */
export interface FieldProblem {
  path: string
  message: string
}

/** The body of every error. `retryAfter` is in seconds. */
export interface ProblemDetails {
  type: string
  title: string
  status: number
  code: ProblemCode
  detail: string
  action: string
  requestId: string
  fields?: FieldProblem[]
  retryAfter?: number
}

export function isProblemCode(value: unknown): value is ProblemCode {
  return typeof value === 'string' && Object.prototype.hasOwnProperty.call(PROBLEMS, value)
}
