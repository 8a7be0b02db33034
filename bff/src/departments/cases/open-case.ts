import type { DecidingSide } from '@one-visit/shared/cross-province/rules'
import type { Sensitive } from '../../platform/sensitive'
import type { Gateway } from '../gateway'
import { refuseUnknown } from '../refuse-unknown'
import { OpenCaseReply } from './reply'

/** A side of what is done across regions: its division (GB/T 2260) and name. */
interface Place {
  readonly division: string
  readonly name: string
}

/** An application across regions, as the case system takes it. */
export interface CaseApplication {
  /** Ours: the case system answers the same one with the same case, so that it may be sent again. */
  readonly requestId: string
  readonly item: { readonly id: string; readonly name: string; readonly code: string | null; readonly department: string }
  /** Which of the two decides. */
  readonly side: DecidingSide
  readonly county: Place
  readonly region: Place
  readonly applicant: {
    readonly name: Sensitive<string>
    readonly residentId: Sensitive<string>
    readonly phone: Sensitive<string> | null
  }
  /** In the words of the form. */
  readonly answers: readonly Answer[]
}

export interface Answer {
  readonly id: string
  readonly question: string
  readonly answer: string
}

export type CaseOpening =
  | {
      readonly kind: 'opened'
      readonly caseNumber: string
      readonly queryPassword: Sensitive<string>
      readonly acceptedBy: string
      /** Local date, Asia/Shanghai. */
      readonly promisedBy: string | null
    }
  /** `reason`: the department's own words. */
  | { readonly kind: 'not_accepted'; readonly reason: string }
  /** The person has a case of this item that is not decided yet. */
  | { readonly kind: 'already_applied' }

/** The case system's number for a case of the same item that is not decided yet. */
const ALREADY_OPEN = 40901

export async function openCase(gateway: Gateway, application: CaseApplication): Promise<CaseOpening> {
  const { value } = await gateway.call({
    department: 'cases',
    operation: 'openCase',
    method: 'POST',
    path: 'cases/open',
    body: bodyOf(application),
    schema: OpenCaseReply,
    refusal: refuseUnknown('cases', [ALREADY_OPEN]),
  })
  const { data } = value
  if (data === null) return { kind: 'already_applied' }
  if (data.result === 'not_accepted') return { kind: 'not_accepted', reason: data.reason }
  const { caseNumber, queryPassword, departmentName: acceptedBy, promisedDate: promisedBy } = data
  return { kind: 'opened', caseNumber, queryPassword, acceptedBy, promisedBy }
}

function bodyOf({ requestId, item, side, county, region, applicant, answers }: CaseApplication): object {
  const { name, residentId, phone } = applicant
  const person = { name: name.reveal(), idNumber: residentId.reveal(), phone: phone?.reveal() ?? null }
  return { requestId, item, decidingSide: side, county, region, applicant: person, answers }
}
