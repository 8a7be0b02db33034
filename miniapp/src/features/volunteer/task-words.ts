import { REQUEST_STATUS_TEXT, type RequestStatus, TOPIC_TEXT } from '@one-visit/shared/proxy/rules'
import type { TaskDto } from '@one-visit/shared/proxy/staff-contract'
import type { TagKind } from '../../ui/tag'
import { formatLocalDate } from '../../ui/when'
import { taskText } from './text'

const KINDS: Readonly<Record<RequestStatus, TagKind>> = {
  open: 'warning',
  accepted: 'active',
  done: 'success',
  cancelled: 'quiet',
}

/** Where it stands; one that is late says that first. */
export function describeTask({ status, overdue }: Pick<TaskDto, 'status' | 'overdue'>): { kind: TagKind; text: string } {
  return overdue ? { kind: 'danger', text: taskText.overdue } : { kind: KINDS[status], text: REQUEST_STATUS_TEXT[status] }
}

/** 帮我预约 · 王*英 */
export const titleOf = ({ topic, person }: Pick<TaskDto, 'topic' | 'person'>): string => `${TOPIC_TEXT[topic]} · ${person}`

/** The promised day first; below it the day wished for, and how. */
export function hintOf({ promisedBy, date, part, way }: Pick<TaskDto, 'promisedBy' | 'date' | 'part' | 'way'>): string[] {
  return [
    ...(promisedBy === null ? [] : [taskText.promised(formatLocalDate(promisedBy))]),
    `${taskText.wished(taskText.day(formatLocalDate(date), part))} · ${taskText.wayOf(way)}`,
  ]
}

/** Neither done nor taken back. */
export const isUnderWay = ({ status }: Pick<TaskDto, 'status'>): boolean => status === 'open' || status === 'accepted'

/** The volunteer's own, while it is theirs. */
export const isMineNow = ({ mine, status }: Pick<TaskDto, 'mine' | 'status'>): boolean => mine && status === 'accepted'

/** 138****0001 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
