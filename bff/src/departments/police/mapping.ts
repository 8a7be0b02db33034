import type { Logger } from '../../platform/logger'
import { sensitive } from '../../platform/sensitive'
import { type DepartmentCase, mapStatus, newestFirst, type StatusTable } from '../department-case'
import { instantOf } from '../local-time'
import type { Application } from './reply'

/** Words of the household-registration system for ID cards. */
export const ID_CARD_STATUSES: StatusTable = {
  已登记: 'received',
  已受理: 'accepted',
  审核中: 'in_review',
  材料待补: 'correction_needed',
  制证中: 'decided',
  待领取: 'ready',
  已领取: 'delivered',
  已邮寄签收: 'delivered',
  审核不通过: 'rejected',
  已撤销: 'withdrawn',
}

/** Words of the exit-entry administration. */
export const EXIT_ENTRY_STATUSES: StatusTable = {
  已提交: 'received',
  已受理: 'accepted',
  审批中: 'in_review',
  待补充材料: 'correction_needed',
  制证中: 'decided',
  可领证: 'ready',
  已发证: 'delivered',
  不予签发: 'rejected',
  已终止: 'withdrawn',
}

const TABLES = { id_card: ID_CARD_STATUSES, exit_entry: EXIT_ENTRY_STATUSES } as const

export function mapApplication(
  application: Application,
  kind: 'id_card' | 'exit_entry',
  log: Pick<Logger, 'warn'>,
): DepartmentCase {
  const table = TABLES[kind]
  return {
    caseNumber: application.applyNo,
    kind,
    itemName: application.itemName,
    department: application.unitName,
    applicantName: sensitive(application.applicantName),
    status: mapStatus(table, application.stateName, log),
    departmentWords: application.stateName,
    toDo: application.supplement,
    place: application.pickupPlace,
    promisedBy: application.promiseDate,
    steps: newestFirst(
      application.steps.map((step) => ({
        at: instantOf(step.time),
        status: mapStatus(table, step.stateName, log),
        departmentWords: step.stateName,
        note: step.remark,
      })),
    ),
    queryToken: sensitive(application.queryToken),
  }
}
