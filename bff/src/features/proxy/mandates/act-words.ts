import { allEndpoints } from '@one-visit/shared/all-endpoints'
import type { Endpoint } from '@one-visit/shared/kernel/endpoints'
import type { MandateOperation } from '@one-visit/shared/kernel/mandate-operation'
import { isProblemCode, PROBLEMS } from '@one-visit/shared/kernel/problem'
import type { AuditRecord } from '../../../platform/audit-record.entity'

type Act = Pick<AuditRecord, 'event' | 'data'>

/** What was done, as it is told to the person; what is not here is named by its operation. */
const DONE: Readonly<Record<string, string>> = {
  appointment_booked: '预约办事',
  appointment_moved: '改预约时间',
  appointment_cancelled: '取消预约',
  waiting_list_joined: '排队等名额',
  waiting_list_left: '不再排队',
  offer_accepted: '接受留出的名额',
  licence_presented: '出示电子证照',
  presentation_ended: '停止出示证照',
  applied_across_regions: '申请跨省通办的事',
  mandate_consent_given: '填写验证码',
}

const LOOKED: Readonly<Record<MandateOperation, string>> = {
  book_visits: '查看预约',
  look_up_cases: '查询办事进度',
  show_health_code: '出示健康码',
  show_licences: '查看电子证照',
  apply_across_regions: '查看跨省通办的申请',
}

/** What staff look at about a mandate itself; only a refusal of it is ever told. */
const AT_THE_DESK: Readonly<Record<string, string>> = {
  'GET /v1/staff/mandates/:id/acts': '看代办记录',
  'GET /v1/staff/mandates/:id/slip': '看委托单',
}

const ENDPOINTS: Readonly<Record<string, Endpoint>> = allEndpoints

/** Nothing was done, but it was tried. */
export const isRefused = ({ event }: Act): boolean => event === 'acting_refused'
/** Something was only looked at. */
export const isLook = ({ event }: Act): boolean => event === 'looked_for_person'

/** In plain words, to be read out: 预约办事. */
export function whatWasDone(act: Act): string {
  const { endpoint = '', refusal = '' } = JSON.parse(act.data) as Record<string, string>
  if (isRefused(act)) {
    const why = isProblemCode(refusal) ? `：${PROBLEMS[refusal].title}` : ''
    return `想${whatEndpointDoes(endpoint)}，没有让办${why}`
  }
  return DONE[act.event] ?? whatEndpointDoes(endpoint)
}

/** The operation behind an endpoint; null for what only the person may do. */
export function operationOf(endpoint: string): MandateOperation | null {
  const found = ENDPOINTS[endpoint]
  return found?.access === 'resident' && found.onBehalf !== 'never' ? found.onBehalf : null
}

function whatEndpointDoes(endpoint: string): string {
  const event = ENDPOINTS[endpoint]?.audit
  const operation = operationOf(endpoint)
  const known = (event === undefined ? undefined : DONE[event]) ?? AT_THE_DESK[endpoint]
  return known ?? (operation ? LOOKED[operation] : '办委托以外的事')
}
