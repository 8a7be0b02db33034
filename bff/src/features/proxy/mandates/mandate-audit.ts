import type { ProblemCode } from '@one-visit/shared/kernel/problem'
import type { Mandate } from '../../../identity/mandate.entity'
import { appendAudit, type AuditEntry } from '../../../platform/audit'
import type { Transaction } from '../../../platform/database'
import type { Principal } from '../../../platform/http/principal'
import type { MandateDeps } from './deps'

/** Whose hand it is, in their own name: nothing about a mandate is done under a mandate. */
export function handOf(principal: Principal): { readonly kind: 'resident' | 'volunteer' | 'staff'; readonly id: string } {
  if (principal.kind === 'resident') return principal.actor
  return { kind: principal.role === 'volunteer' ? 'volunteer' : 'staff', id: principal.staffId }
}

interface Written extends Pick<AuditEntry, 'event' | 'data' | 'at'> {
  readonly by: Principal
  readonly requestId: string
}

/** What was done to a mandate, for the person to read among what was done with their data. */
export function appendMandateAudit(
  tx: Transaction,
  { id, accountId }: Pick<Mandate, 'id' | 'accountId'>,
  { by, ...what }: Written,
): Promise<void> {
  return appendAudit(tx, { ...what, actor: handOf(by), beneficiaryId: accountId, subject: id })
}

interface Refused {
  readonly by: Principal
  /** The endpoint's key. */
  readonly endpoint: string
  readonly refusal: ProblemCode
  readonly requestId: string
}

/** Something was tried with a mandate and not allowed: it stands among its acts, though the request that tried it is refused. */
export async function writeRefusedAct(
  { database, clock }: Pick<MandateDeps, 'database' | 'clock'>,
  { id, accountId }: Pick<Mandate, 'id' | 'accountId'>,
  { by, endpoint, refusal, requestId }: Refused,
): Promise<void> {
  const at = clock.now()
  const who = { actor: handOf(by), beneficiaryId: accountId, subject: id, mandateId: id }
  await database.inTransaction((tx) =>
    appendAudit(tx, { event: 'acting_refused', ...who, data: { endpoint, refusal }, requestId, at }),
  )
}
