import type { z } from 'zod'
import type { CaseProgressDto, LookUpCaseInput } from '@one-visit/shared/progress/contract'
import type { CasesClient } from '../../departments/cases/client'
import type { DepartmentCase } from '../../departments/department-case'
import type { Fetched } from '../../departments/gateway'
import { actedBy } from '../../identity/acted-by'
import { ATTEMPT_POLICIES, checkSecret } from '../../identity/attempts'
import { appendAudit } from '../../platform/audit'
import type { Clock } from '../../platform/clock'
import type { FieldCrypto } from '../../platform/crypto/field-crypto'
import type { Database } from '../../platform/database'
import { problem } from '../../platform/errors'
import type { ResidentPrincipal } from '../../platform/http/principal'
import { sensitive } from '../../platform/sensitive'
import { presentCase } from './case-presenter'
import { followStateOf } from './follow-state'
import { caseIndexOf, type FollowTarget } from './follow-target'

export interface LookUpDeps {
  readonly database: Database
  readonly clock: Clock
  readonly crypto: FieldCrypto
  readonly cases: CasesClient
}

type Input = z.output<typeof LookUpCaseInput>

/**
 * How far a case is, by its number and a secret. A wrong pair answers exactly like an unknown number (`case_not_found`), and
 * both are counted (`too_many_attempts`). The last four digits are taken only from a person who is signed in.
 */
export async function lookUpCase(
  deps: LookUpDeps,
  principal: ResidentPrincipal | null,
  input: Input,
  requestId: string,
): Promise<CaseProgressDto> {
  if (input.by === 'id_last_four' && !principal) throw problem('sign_in_required')
  const index = caseIndexOf({ kind: 'general', caseNumber: input.caseNumber }, deps.crypto)
  const found = await checkSecret(deps, `case:${index}`, ATTEMPT_POLICIES.case_secret, () => fetchCase(deps.cases, input))
  if (!found) throw problem('case_not_found')
  const now = deps.clock.now()
  await deps.database.inTransaction((tx) =>
    appendAudit(tx, {
      event: 'case_looked_up',
      ...actedBy(principal),
      subject: index,
      data: { by: input.by },
      requestId,
      at: now,
    }),
  )
  const target: FollowTarget = {
    kind: 'general',
    caseNumber: found.value.caseNumber,
    queryToken: found.value.queryToken.reveal(),
  }
  const state = { read: deps.database.read, crypto: deps.crypto, now }
  const stateOf = await followStateOf(state, principal)
  return presentCase(found, stateOf(target))
}

async function fetchCase(cases: CasesClient, input: Input): Promise<Fetched<DepartmentCase> | null> {
  const found =
    input.by === 'password'
      ? await cases.lookUpByPassword(input.caseNumber, sensitive(input.password))
      : await cases.lookUpByLastFour(input.caseNumber, sensitive(input.lastFour))
  return found.value ? { ...found, value: found.value } : null
}
