import type { AuditEntry } from '../platform/audit'
import type { ResidentPrincipal } from '../platform/http/principal'

/**
 * Who did it, for whom and under which mandate: for every audit record of something a resident endpoint did. `principal` null:
 * nobody is signed in.
 */
export function actedBy(principal: ResidentPrincipal | null): Pick<AuditEntry, 'actor' | 'beneficiaryId' | 'mandateId'> {
  if (principal === null) return { actor: { kind: 'resident', id: null }, beneficiaryId: null, mandateId: null }
  const { accountId, actor, mandate } = principal
  return { actor, beneficiaryId: accountId, mandateId: mandate?.id ?? null }
}
