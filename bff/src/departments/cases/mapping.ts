import type { Logger } from '../../platform/logger'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentCase, mapStatus, newestFirst, type StatusTable } from '../department-case'
import type { CaseRecord } from './reply'

/** Words of the county's case system, which medical care, social security and market regulation share. */
export const CASE_SYSTEM_STATUSES: StatusTable = {
  收件: 'received',
  受理: 'accepted',
  审查: 'in_review',
  现场核查: 'in_review',
  补正: 'correction_needed',
  决定: 'decided',
  办结: 'decided',
  待领取: 'ready',
  已送达: 'delivered',
  不予受理: 'rejected',
  不予许可: 'rejected',
  撤回: 'withdrawn',
}

export function mapCase(record: CaseRecord, log: Pick<Logger, 'warn'>): DepartmentCase {
  return {
    caseNumber: record.caseNumber,
    kind: 'general',
    itemName: record.itemName,
    department: record.departmentName,
    applicantName: sensitive(record.applicant),
    status: mapStatus(CASE_SYSTEM_STATUSES, record.status, log),
    departmentWords: record.status,
    toDo: record.correction,
    place: record.deliveryPlace,
    promisedBy: record.promisedDate,
    steps: newestFirst(
      record.history.map((step) => ({
        at: new Date(step.time).toISOString(),
        status: mapStatus(CASE_SYSTEM_STATUSES, step.status, log),
        departmentWords: step.status,
        note: step.opinion,
      })),
    ),
    queryToken: sensitive(record.queryToken),
  }
}
