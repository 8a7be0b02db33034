import type { Logger } from '../../platform/logger'
import type { Sensitive } from '../../platform/sensitive'
import type { CaseOwner, DepartmentCase } from '../department-case'
import { departmentInvalidReply } from '../department-names'
import type { Fetched, Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapApplication } from './mapping'
import { ApplicationsReply, RealNameReply } from './reply'

/** `unknown`: the number is not in the register. */
export type RealNameAnswer = 'match' | 'mismatch' | 'unknown'

/** The police service: real names, ID cards, exit-entry permits. Every call throws the department problems. */
export interface PoliceClient {
  /** Whether name and number belong together; asked anew each time. */
  verifyRealName(name: Sensitive<string>, residentId: Sensitive<string>): Promise<RealNameAnswer>
  /** The person's ID-card applications; the last copy when the service cannot be asked. */
  idCardApplications(person: CaseOwner): Promise<Fetched<readonly DepartmentCase[]>>
  /** The person's exit-entry permit applications; the last copy when the service cannot be asked. */
  exitEntryApplications(person: CaseOwner): Promise<Fetched<readonly DepartmentCase[]>>
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
  }
}

interface Register {
  readonly operation: 'idCardApplications' | 'exitEntryApplications'
  readonly path: string
  readonly kind: 'id_card' | 'exit_entry'
}

async function applications(
  { gateway, log }: { readonly gateway: Gateway; readonly log: Pick<Logger, 'warn'> },
  { residentId, owner }: CaseOwner,
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
