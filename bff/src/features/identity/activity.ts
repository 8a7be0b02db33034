import { LessThan } from 'typeorm'
import type { ActivityDto, ActivityPage } from '@one-visit/shared/identity/contract'
import { AuditRecord } from '../../platform/audit-record.entity'
import type { Reader } from '../../platform/database'

/** What each audit event is called when people read about their own data. */
const TITLES: Readonly<Record<string, string>> = {
  sms_code_requested: '获取短信验证码',
  signed_in: '登录',
  signed_out: '退出登录',
  signed_out_everywhere: '退出所有设备',
  real_name_verified: '完成实名',
  stepped_up: '再次确认本人',
  phone_bound: '绑定手机号',
  account_exported: '导出个人数据',
  account_deleted: '注销账号',
  own_progress_viewed: '查看我的办件',
  case_looked_up: '查询办件进度',
  case_followed: '关注办件',
  case_unfollowed: '取消关注办件',
  applied_across_regions: '申请跨省通办的事',
  appointment_booked: '预约办事',
  appointment_entered: '工作人员代为预约',
  appointment_moved: '预约改时间',
  appointment_moved_by_staff: '网点改了预约时间',
  appointment_cancelled: '取消预约',
  appointment_cancelled_by_staff: '网点取消了预约',
  waiting_list_joined: '排队等名额',
  waiting_list_left: '不再排队',
  offer_accepted: '接受留出的名额',
  visit_checked_in: '到场签到',
  visit_called: '窗口叫号',
  visit_status_changed: '窗口办理',
  family_member_added: '添加家人',
  family_consent_given: '用验证码同意家人查看',
  family_request_answered: '答复家人的请求',
  family_member_removed: '移出家人',
  help_requested: '请人帮忙',
  help_request_cancelled: '撤回求助',
  task_accepted: '志愿者接了求助',
  task_returned: '志愿者退回求助',
  task_finished: '志愿者办完求助',
  task_cancelled: '网点取消求助',
  mandate_asked: '申请代办委托',
  mandate_answered: '答复代办委托',
  mandate_consent_given: '用验证码同意委托',
  mandate_ended: '结束委托',
  mandate_scan_viewed: '主管核对委托时拍的身份证',
  acting_refused: '代办没有成：不在委托里或委托已结束',
  looked_for_person: '代办人查看',
  licence_presented: '出示证照',
  presentation_ended: '结束出示证照',
  licence_verified: '查验出示的证照',
  licence_views_exported: '导出证照查看记录',
}

/** One page of what was done with this person's data, newest first. The cursor is the last id: UUIDv7 sort by time. */
export async function listActivity(
  read: Reader,
  accountId: string,
  page: { cursor?: string | undefined; limit: number },
): Promise<ActivityPage> {
  const rows = await read.find(AuditRecord, {
    where: { beneficiaryId: accountId, ...(page.cursor === undefined ? {} : { id: LessThan(page.cursor) }) },
    order: { id: 'DESC' },
    take: page.limit + 1,
  })
  const shown = rows.slice(0, page.limit)
  return {
    items: shown.map((row) => presentActivity(row, accountId)),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  }
}

export function presentActivity(record: AuditRecord, accountId: string): ActivityDto {
  return {
    id: record.id,
    at: record.at,
    event: record.event,
    title: TITLES[record.event] ?? '其他操作',
    actor: actorOf(record, accountId),
    detail: JSON.parse(record.data) as Record<string, string>,
  }
}

function actorOf({ actorKind, actorId, mandateId }: AuditRecord, accountId: string): ActivityDto['actor'] {
  if (actorKind !== 'resident') return actorKind
  if (actorId === accountId) return 'self'
  return mandateId === null ? 'system' : 'family'
}
