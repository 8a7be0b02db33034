import type { CaseListDto, CaseProgressDto } from '@one-visit/shared/progress/contract'
import type { CasesClient } from '../../departments/cases/client'
import type { DepartmentCase } from '../../departments/department-case'
import type { Fetched } from '../../departments/gateway'
import type { PoliceClient } from '../../departments/police/client'
import { getVerifiedPerson, type VerifiedPerson } from '../../identity/person'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import { Problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { presentCase } from './case-presenter'
import { followStateOf } from './follow-state'
import type { FollowTarget } from './follow-target'

export interface OwnCasesDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly police: PoliceClient
  readonly cases: CasesClient
}

type Kind = CaseProgressDto['kind']
type Source = (
  deps: OwnCasesDeps,
  person: { residentId: VerifiedPerson['residentId']; owner: string },
) => Promise<Fetched<readonly DepartmentCase[]>>

const SOURCES: Readonly<Record<Kind, { readonly name: string; readonly fetch: Source }>> = {
  id_card: { name: '公安（身份证）', fetch: (deps, person) => deps.police.idCardApplications(person) },
  exit_entry: { name: '公安（出入境）', fetch: (deps, person) => deps.police.exitEntryApplications(person) },
  general: { name: '政务服务办件系统', fetch: (deps, person) => deps.cases.casesOf(person) },
}

/** The person's cases of one kind; the department's own problem when it cannot be asked and there is no last copy. */
export async function listOwnCasesOfKind(deps: OwnCasesDeps, principal: ResidentPrincipal, kind: Kind): Promise<CaseListDto> {
  const person = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  return { items: await fetchKind(deps, { person, stateOf: await stateFinder(deps, principal) }, kind), missing: [] }
}

/** The person's cases of every kind. A department that cannot be asked is named in `missing`; the others answer all the same. */
export async function listOwnCases(deps: OwnCasesDeps, principal: ResidentPrincipal): Promise<CaseListDto> {
  const person = await getVerifiedPerson(deps.database.read, deps.crypto, principal.accountId)
  const kinds = Object.keys(SOURCES) as Kind[]
  const stateOf = await stateFinder(deps, principal)
  const answers = await Promise.allSettled(kinds.map((kind) => fetchKind(deps, { person, stateOf }, kind)))
  const list: CaseListDto = { items: [], missing: [] }
  for (const [at, answer] of answers.entries()) {
    if (answer.status === 'fulfilled') list.items.push(...answer.value)
    else list.missing.push({ department: SOURCES[kinds[at] ?? 'general'].name, reason: reasonOf(answer.reason) })
  }
  list.items.sort((a, b) => (b.steps[0]?.at ?? '').localeCompare(a.steps[0]?.at ?? ''))
  return list
}

function reasonOf(error: unknown): string {
  if (error instanceof Problem) return error.detail ?? '部门系统暂时不能用'
  throw error
}

const stateFinder = ({ database, crypto, clock }: OwnCasesDeps, principal: ResidentPrincipal) =>
  followStateOf({ read: database.read, crypto, now: clock.now() }, principal)

interface Whose {
  readonly person: VerifiedPerson
  readonly stateOf: Awaited<ReturnType<typeof followStateOf>>
}

async function fetchKind(deps: OwnCasesDeps, { person, stateOf }: Whose, kind: Kind): Promise<CaseProgressDto[]> {
  const fetched = await SOURCES[kind].fetch(deps, { residentId: person.residentId, owner: person.residentIdIndex })
  return fetched.value.map((value) => presentCase({ ...fetched, value }, stateOf(targetOf(value, kind, person))))
}

function targetOf(value: DepartmentCase, kind: Kind, person: VerifiedPerson): FollowTarget {
  const { caseNumber } = value
  if (kind === 'general') return { kind, caseNumber, queryToken: value.queryToken.reveal() }
  return { kind, caseNumber, residentId: person.residentId.reveal(), owner: person.residentIdIndex }
}
