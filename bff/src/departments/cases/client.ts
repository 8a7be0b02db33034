import type { Logger } from '../../platform/logger'
import type { Sensitive } from '../../platform/sensitive'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Transaction } from '../../platform/database'
import { type CopyKey, forgetCopy } from '../copy-store'
import type { DepartmentCase } from '../department-case'
import type { Refusal } from '../department-call'
import { departmentInvalidReply } from '../department-names'
import type { DepartmentPerson } from '../department-person'
import { copyKeyOf, type Fetched, type Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { mapCase } from './mapping'
import { type CaseApplication, type CaseOpening, openCase } from './open-case'
import { type CaseRecord, CaseReply, CasesReply } from './reply'

/**
 * The county's case system. Look-ups answer null alike for an unknown number and for a wrong secret. Every call throws the
 * department problems when the system cannot be asked and there is no last copy.
 */
export interface CasesClient {
  /** By the number and the query password of the receipt. */
  lookUpByPassword(caseNumber: string, password: Sensitive<string>): Promise<Fetched<DepartmentCase | null>>
  /** By the number and the last four characters of the applicant's resident ID (X in upper case). */
  lookUpByLastFour(caseNumber: string, lastFour: Sensitive<string>): Promise<Fetched<DepartmentCase | null>>
  /** By the token that came with an earlier look-up; asked anew each time. */
  caseByToken(caseNumber: string, queryToken: Sensitive<string>): Promise<Fetched<DepartmentCase | null>>
  casesOf(person: DepartmentPerson): Promise<Fetched<readonly DepartmentCase[]>>
  /**
   * Opens a case for an application, or says why not. After a timeout the case may be there all the same: sending the same
   * application again finds out.
   */
  openCase(application: CaseApplication): Promise<CaseOpening>
}

/** The case system's number for an unknown case and for a wrong secret. */
const NO_SUCH_CASE = 40401

interface Deps {
  readonly gateway: Gateway
  readonly log: Pick<Logger, 'warn'>
}

export function createCasesClient(deps: Deps): CasesClient {
  const by =
    (operation: LookUp['operation'], secretName: LookUp['secretName']) => (caseNumber: string, secret: Sensitive<string>) =>
      lookUp(deps, { operation, secretName, caseNumber, secret })
  return {
    lookUpByPassword: by('lookUpByPassword', 'password'),
    lookUpByLastFour: by('lookUpByLastFour', 'lastFour'),
    caseByToken: by('caseByToken', 'queryToken'),
    casesOf: (person) => casesOf(deps, person),
    openCase: (application) => openCase(deps.gateway, application),
  }
}

interface LookUp {
  readonly operation: 'lookUpByPassword' | 'lookUpByLastFour' | 'caseByToken'
  readonly secretName: 'password' | 'lastFour' | 'queryToken'
  readonly caseNumber: string
  readonly secret: Sensitive<string>
}

async function lookUp(
  { gateway, log }: Deps,
  { operation, secretName, caseNumber, secret }: LookUp,
): Promise<Fetched<DepartmentCase | null>> {
  // The secret is part of the key: only who knows it shares the call or sees the copy.
  const cacheKey: CopyKey = { owner: 'secret', question: JSON.stringify([caseNumber, secret.reveal()]) }
  const fetched = await gateway.call({
    department: 'cases',
    operation,
    method: 'POST',
    path: 'cases/look-up',
    body: { caseNumber, [secretName]: secret.reveal() },
    schema: CaseReply,
    refusal: (reply) => refuseUnknown('cases', [NO_SUCH_CASE])(reply) ?? refuseAnother(reply.data?.case, caseNumber),
    cacheKey,
    keep: ({ errcode }) => errcode === 0,
  })
  const record = fetched.value.data?.case
  return { ...fetched, value: record ? mapCase(record, log) : null }
}

/** The system has mixed up its answers: nobody is shown a case they did not ask about. */
const refuseAnother = (record: CaseRecord | undefined, asked: string): Refusal | null =>
  record && record.caseNumber.toUpperCase() !== asked.toUpperCase()
    ? { problem: departmentInvalidReply('cases', 'another case'), again: false }
    : null

async function casesOf(
  { gateway, log }: Deps,
  { residentId, owner }: DepartmentPerson,
): Promise<Fetched<readonly DepartmentCase[]>> {
  const fetched = await gateway.call({
    department: 'cases',
    operation: 'casesOf',
    method: 'POST',
    path: 'cases/of-person',
    body: { idNumber: residentId.reveal() },
    schema: CasesReply,
    refusal: refuseUnknown('cases', []),
    cacheKey: casesCopy(owner),
  })
  return { ...fetched, value: (fetched.value.data?.cases ?? []).map((one) => mapCase(one, log)) }
}

const casesCopy = (owner: string): CopyKey => ({ owner, question: 'cases' })

/** The person has a new case, which the last copy of theirs does not hold. */
export function forgetCasesOf(tx: Transaction, crypto: FieldCrypto, owner: string): Promise<void> {
  return forgetCopy(tx, crypto, copyKeyOf({ department: 'cases', operation: 'casesOf' }, casesCopy(owner)))
}
