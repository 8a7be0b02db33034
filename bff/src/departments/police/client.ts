import type { Logger } from '../../platform/logger'
import { type Sensitive, sensitive } from '../../platform/sensitive'
import type { DepartmentCase } from '../department-case'
import { departmentInvalidReply } from '../department-names'
import type { DepartmentPerson } from '../department-person'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapApplication } from './mapping'
import { ApplicationsReply, HouseholdReply, RealNameReply } from './reply'

/** `unknown`: the number is not in the register. */
export type RealNameAnswer = 'match' | 'mismatch' | 'unknown'

/** One person in a household register. */
export interface HouseholdMember {
  readonly residentId: Sensitive<string>
}

/** The police service: real names, ID cards, exit-entry permits. Every call throws the department problems. */
export interface PoliceClient {
  /** Whether name and number belong together; asked anew each time. */
  verifyRealName(name: Sensitive<string>, residentId: Sensitive<string>): Promise<RealNameAnswer>
  /** The person's ID-card applications; the last copy when the service cannot be asked. */
  idCardApplications(person: DepartmentPerson): Promise<Fetched<readonly DepartmentCase[]>>
  /** The person's exit-entry permit applications; the last copy when the service cannot be asked. */
  exitEntryApplications(person: DepartmentPerson): Promise<Fetched<readonly DepartmentCase[]>>
  /**
   * Everybody in the household register in which the person stands, the person too; nobody for somebody who stands in none.
   * Asked anew each time, for it decides whose child somebody is.
   */
  householdMembers(person: DepartmentPerson): Promise<Fetched<readonly HouseholdMember[]>>
}

const ANSWERS = { '1': 'match', '2': 'mismatch', '3': 'unknown' } as const

export function createPoliceClient(deps: { readonly gateway: Gateway; readonly log: Pick<Logger, 'warn'> }): PoliceClient {
  return {
    async verifyRealName(name, residentId) {
      const { value } = await deps.gateway.call({
        department: 'police',
        operation: 'verifyRealName',
        method: 'POST',
        path: 'real-name/verify',
        body: { name: name.reveal(), idNumber: residentId.reveal() },
        schema: RealNameReply,
        refusal: refuseUnknown('police', []),
      })
      if (value.data === null) throw departmentInvalidReply('police', 'no data')
      return ANSWERS[value.data.result]
    },
    idCardApplications: (person) =>
      applications(deps, person, { operation: 'idCardApplications', path: 'id-card/applications', kind: 'id_card' }),
    exitEntryApplications: (person) =>
      applications(deps, person, { operation: 'exitEntryApplications', path: 'exit-entry/applications', kind: 'exit_entry' }),
    householdMembers: (person) => householdMembers(deps.gateway, person),
  }
}

async function householdMembers(
  gateway: Gateway,
  { residentId }: DepartmentPerson,
): Promise<Fetched<readonly HouseholdMember[]>> {
  const fetched = await gateway.call({
    department: 'police',
    operation: 'householdMembers',
    method: 'POST',
    path: 'household/members',
    body: { idNumber: residentId.reveal() },
    schema: HouseholdReply,
    refusal: refuseUnknown('police', []),
  })
  if (fetched.value.data === null) throw departmentInvalidReply('police', 'no data')
  return { ...fetched, value: fetched.value.data.members.map(({ idNumber }) => ({ residentId: sensitive(idNumber) })) }
}

interface Register {
  readonly operation: 'idCardApplications' | 'exitEntryApplications'
  readonly path: string
  readonly kind: 'id_card' | 'exit_entry'
}

async function applications(
  { gateway, log }: { readonly gateway: Gateway; readonly log: Pick<Logger, 'warn'> },
  { residentId, owner }: DepartmentPerson,
  { operation, path, kind }: Register,
): Promise<Fetched<readonly DepartmentCase[]>> {
  const fetched = await gateway.call({
    department: 'police',
    operation,
    method: 'POST',
    path,
    body: { idNumber: residentId.reveal() },
    schema: ApplicationsReply,
    refusal: refuseUnknown('police', []),
    cacheKey: { owner, question: 'applications' },
  })
  return { ...fetched, value: (fetched.value.data?.applications ?? []).map((one) => mapApplication(one, kind, log)) }
}
