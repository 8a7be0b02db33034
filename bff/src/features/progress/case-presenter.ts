import type { CaseProgressDto } from '@one-visit/shared/progress/contract'
import { maskName } from '@one-visit/shared/identity/rules'
import type { DepartmentCase } from '../../departments/department-case'
import type { Fetched } from '../../departments/gateway'

/** Whether the person follows the case, or what lets them start. */
export type FollowState = Pick<CaseProgressDto, 'followId' | 'followProof'>

export function presentCase({ value, asOf, stale }: Fetched<DepartmentCase>, follow: FollowState): CaseProgressDto {
  return {
    caseNumber: value.caseNumber,
    kind: value.kind,
    itemName: value.itemName,
    department: value.department,
    applicant: maskName(value.applicantName.reveal()),
    status: value.status,
    departmentWords: value.departmentWords,
    toDo: value.toDo,
    place: value.place,
    promisedBy: value.promisedBy,
    steps: [...value.steps],
    asOf: asOf.toISOString(),
    stale,
    ...follow,
  }
}
